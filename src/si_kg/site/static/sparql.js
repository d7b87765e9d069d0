// The SPARQL editor in the place of the field: colours, completion from our own names, keys.
// What is asked still travels by the form, so that it stands in the address.
(() => {
  const form = document.querySelector("form.sparql");
  const field = form?.elements.query;
  if (!field || typeof Yasqe === "undefined") return;
  const say = JSON.parse(form.dataset.words);
  const known = fetch(form.dataset.completions).then((answer) => answer.json());
  const MOST = 50;
  let asked = false; // completion was asked for by its keys

  /* names to choose from */
  const localOf = (name) => name.slice(name.indexOf(":") + 1).toLowerCase();
  const labelled = new Map();

  const fitting = (terms, typed) => {
    const [prefix, colon, rest] = typed.includes(":") ? typed.split(/(:)/) : ["", "", typed];
    const fits = ({ name, label }) => name.startsWith(prefix + colon)
      && (localOf(name).includes(rest) || label.toLowerCase().includes(rest));
    const rank = ({ name }) => [name.toLowerCase() !== typed, !localOf(name).startsWith(rest), name].join();
    return terms.filter(fits).sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
  };

  const things = async (text) => {
    if (text.length < 2) return [];
    const address = `${form.dataset.find}&text=${encodeURIComponent(text.replaceAll("-", " "))}`;
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    if (!answer.ok) return [];
    const { prefixes } = await known;
    return (await answer.json()).rows
      .filter(({ thing }) => thing.startsWith(prefixes.id) && /^[\w-]+$/.test(thing.slice(prefixes.id.length)))
      .map(({ thing, name, kind }) => ({ name: `id:${thing.slice(prefixes.id.length)}`, label: `${name} (${kind})` }));
  };

  const offered = async (typed) => {
    if (typed.startsWith("id:")) return things(typed.slice(3));
    const { terms } = await known;
    return fitting(terms, typed).map(({ name, label, kind }) => ({ name, label: `${label} (${say[kind]})`.trim() }));
  };

  Yasqe.defaults.autocompleters = []; // those of Yasqe ask other sites
  // none shows by itself: it would take the arrow keys of whoever only moves past a name
  Yasqe.forkAutocompleter("variables", { name: "bound", autoShow: false }, false);
  Yasqe.forkAutocompleter("prefixes", {
    name: "ours",
    autoShow: false,
    persistenceId: undefined,
    get: async () => Object.entries((await known).prefixes).map(([name, iri]) => `${name}: <${iri}>`),
  }, false);
  Yasqe.registerAutocompleter({
    name: "names",
    bulk: false,
    autoShow: false,
    isValidCompletionPosition(editor) {
      const token = editor.getCompleteToken();
      const before = editor.getPreviousNonWsToken(editor.getDoc().getCursor().line, token);
      if (/^(comment|string)$/.test(token.type) || before?.string.toUpperCase() === "PREFIX") return false;
      return /^[a-z][\w-]*:[\w-]*$/i.test(token.string) || (asked && /^[\w-]*$/.test(token.string.trim()));
    },
    async get(editor, token) {
      const found = (await offered(token.string.trim().toLowerCase())).slice(0, MOST);
      found.forEach(({ name, label }) => labelled.set(name, label));
      return found.map(({ name }) => name);
    },
    postprocessHints(editor, hints) {
      return hints.map((hint) => ({
        ...hint,
        render(line) {
          const label = document.createElement("span");
          label.textContent = labelled.get(hint.text) ?? "";
          line.append(`${hint.text} `, label);
        },
      }));
    },
  }, false);

  /* the editor */
  const place = document.createElement("div");
  field.after(place);
  const editor = new Yasqe(place, {
    value: field.value,
    autocompleters: ["bound", "ours", "names"],
    screenReaderLabel: form.querySelector("label").textContent,
    inputStyle: "contenteditable",
    spellcheck: false,
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "auto",
    highlightSelectionMatches: false,
    hintConfig: { extraKeys: { Esc: (_, list) => { list.close(); Esc(); } } },
    extraKeys: { "Ctrl-Enter": () => form.requestSubmit(), "Cmd-Enter": () => form.requestSubmit(), "Ctrl-S": false },
  });
  editor.showNotification = () => {}; // in English
  editor.on("inputRead", (_, { text: [typed] }) => {
    if (/[\w:?$-]$/.test(typed) && !editor.state.completionActive) editor.autocomplete();
  });
  editor.on("autocompletionShown", (_, { hints }) => {
    hints.setAttribute("aria-label", say.offers);
    hints.tabIndex = 0; // it scrolls
  });
  const text = editor.getDoc();
  const input = editor.getInputField();
  input.setAttribute("aria-describedby", field.getAttribute("aria-describedby"));
  input.setAttribute("role", "textbox");
  input.setAttribute("aria-multiline", "true");
  if (field.getAttribute("aria-invalid")) input.setAttribute("aria-invalid", "true");
  field.hidden = true;
  field.required = false;
  form.querySelector("label").addEventListener("click", () => editor.focus());
  form.querySelector("[data-keys]").hidden = false;

  /* what is said below it */
  const told = document.createElement("p");
  told.className = "hint told";
  told.setAttribute("role", "status");
  place.after(told);

  /* Esc, then Tab: out of the editor */
  const stay = { Tab: "indentMore", "Shift-Tab": "indentLess" };
  const leave = { Tab: false, "Shift-Tab": false };
  const keys = editor.getOption("extraKeys");
  const set = (more) => editor.setOption("extraKeys", { ...keys, ...more, Esc, "Ctrl-Space": complete });
  function Esc() {
    set(leave);
    told.textContent = say.leaving;
  }
  function complete() {
    asked = true;
    editor.autocomplete();
    asked = false;
  }
  const settle = () => {
    if (told.textContent === say.leaving) told.textContent = "";
    set(stay);
  };
  set(stay);
  editor.on("blur", settle);
  editor.on("keydown", (_, { key }) => {
    if (!["Escape", "Tab", "Shift"].includes(key)) settle();
  });

  /* where the syntax goes wrong */
  const check = () => {
    const mark = place.querySelector(".parseErrorIcon");
    if (mark) mark.onmouseover = mark.onmouseout = null; // says in English what the grammar expects
    const line = mark ? [...Array(text.lineCount()).keys()].find((each) => editor.lineInfo(each).gutterMarkers?.gutterErrorBar) : -1;
    told.textContent = mark ? say.wrong.replace("{}", line + 1) : "";
  };
  const share = form.querySelector("[data-share]");
  const start = form.action.split("#")[0];
  let pause;
  editor.on("change", () => {
    share.href = `${start}?${new URLSearchParams({ query: editor.getValue() })}`;
    clearTimeout(pause);
    pause = setTimeout(check, 800);
  });
  const wrong = Number(field.dataset.line) - 1;
  if (wrong >= 0 && wrong < text.lineCount()) {
    const line = editor.addLineClass(wrong, "background", "wrong-line");
    text.setCursor(wrong, Number(field.dataset.column) - 1, { scroll: false });
    const clean = () => {
      editor.removeLineClass(line, "background", "wrong-line");
      editor.off("change", clean);
    };
    editor.on("change", clean);
  }

  form.addEventListener("submit", (event) => {
    field.value = editor.getValue();
    if (field.value.trim()) return;
    event.preventDefault();
    editor.focus();
  });
})();
