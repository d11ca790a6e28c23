import { say } from './say.js';

/** How long (ms) a button says that it is done. */
const MOMENT = 2000;

/**
 * Lets a button copy a link, and say so.
 *
 * @param {HTMLButtonElement} button
 * @param {HTMLAnchorElement} link copied is its address, as it is when the button is pressed
 */
export function copies(button, link) {
  let timer;
  const label = button.textContent;
  const show = (text) => {
    clearTimeout(timer);
    button.textContent = text;
    timer = setTimeout(() => {
      button.textContent = label;
    }, MOMENT);
  };

  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(link.href);
      show('Copied');
      say(`Copied ${link.href}`);
    } catch {
      // Not allowed here, or the page did not come by HTTPS: then the visitor does it.
      getSelection().selectAllChildren(link);
      show('Press Ctrl+C');
      say('The link is selected. Copy it with Control C.');
    }
  });
}
