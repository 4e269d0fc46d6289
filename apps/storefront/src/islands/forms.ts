/** Small comforts for the forms of basket and checkout. */

export function startForms(): void {
  // A quantity is sent as soon as it is chosen; without this there is a button for it.
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-send-on-change]')) {
    form.addEventListener('change', () => form.requestSubmit());
  }
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-once]')) {
    form.addEventListener('submit', () => {
      // After the submit, so that the button's own value still travels.
      setTimeout(() => {
        for (const button of form.querySelectorAll('button')) button.disabled = true;
      });
    });
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
}

// A page that comes back from the browser's memory may be pressed again.
addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('form[data-once] button')) button.disabled = false;
});
