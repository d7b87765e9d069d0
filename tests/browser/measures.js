// What a page is like to look at; each gives the elements that are not as they should be.
({
  // makes the whole page scroll sideways: without it the page is narrower
  sticksOut() {
    const root = document.documentElement;
    const { scrollWidth, clientWidth } = root;
    if (scrollWidth <= clientWidth) return [];
    const widens = (each) => {
      const { display } = each.style;
      each.style.display = "none";
      const narrower = root.scrollWidth < scrollWidth;
      each.style.display = display;
      return narrower;
    };
    const wide = [...document.querySelectorAll("body *")].filter(widens);
    const innermost = wide.filter((each) => !wide.some((other) => other !== each && each.contains(other)));
    return [`${scrollWidth - clientWidth} pixels too wide`, ...innermost.map(this.told)];
  },
  // scrolls sideways without a name, or out of reach of the keyboard; an editor has its own ways
  scrollsUnnamed() {
    return [...document.querySelectorAll("body *")]
      .filter((each) => ["auto", "scroll"].includes(getComputedStyle(each).overflowX))
      .filter((each) => each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1)
      .filter((each) => !each.closest("textarea, input, select, [role=textbox], .CodeMirror"))
      .filter((each) => each.tabIndex < 0 || !this.named(each))
      .map(this.told);
  },
  // moves by itself, or on its way to where one goes
  moves() {
    const seconds = (text) => Math.max(...text.split(",").map(parseFloat));
    return [...document.querySelectorAll("*")]
      .filter((each) => {
        const look = getComputedStyle(each);
        const animated = look.animationName !== "none" && seconds(look.animationDuration) > 0.01;
        return animated || seconds(look.transitionDuration) > 0.01 || look.scrollBehavior === "smooth";
      })
      .map(this.told);
  },
  // a form without a button that sends it needs a script
  cannotBeSent() {
    return [...document.forms]
      .filter((form) => ![...form.elements].some((each) => ["submit", "image"].includes(each.type)))
      .map(this.told);
  },
  // text spacing as far as WCAG 1.4.12 wants it borne
  space(on) {
    const sheet = new CSSStyleSheet();
    const wide = "line-height: 1.5; letter-spacing: .12em; word-spacing: .16em";
    sheet.replaceSync(`* { ${wide.replaceAll(";", " !important;")} !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = on ? [sheet] : [];
  },
  // whether one can see what has the focus: a ring around it, inside the window, nothing above it
  sight() {
    const at = document.activeElement.closest(".CodeMirror") || document.activeElement; // an editor as a whole
    const box = at.getClientRects()[0] || at.getBoundingClientRect();
    const look = getComputedStyle(at);
    const within = (value, most) => Math.min(Math.max(value, 0), most - 1);
    const [top, bottom] = [within(box.top, innerHeight), within(box.bottom, innerHeight)];
    const middle = within(box.left + box.width / 2, innerWidth);
    const above = document.elementFromPoint(middle, top + Math.min((bottom - top) / 2, 20));
    const own = (each) => at.contains(each) || each.contains(at) || [...(at.labels || [])].some((l) => l.contains(each));
    return {
      somewhere: at !== document.body && at !== document.documentElement,
      visible: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2 && Boolean(above) && own(above),
    };
  },
  named: (each) =>
    each.getAttribute("aria-label") ||
    (each.getAttribute("aria-labelledby") || "").split(" ").some((id) => document.getElementById(id)),
  told: (each) => each.outerHTML.slice(0, 150),
})
