const region = document.getElementById('said');

/** Tells whoever does not see the page what has just happened on it. */
export function say(text) {
  // The same words twice are only read out when they were gone in between.
  region.textContent = '';
  setTimeout(() => {
    region.textContent = text;
  }, 50);
}
