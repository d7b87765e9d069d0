// How many definitions are in the basket, told beside the link to it.
const kept = document.cookie.split("; ").find((each) => each.startsWith("basket="));
const count = kept ? decodeURIComponent(kept.slice("basket=".length)).split(" ").filter(Boolean).length : 0;
const basket = document.querySelector("[data-basket]");
if (basket && count) basket.append(` (${count})`);
