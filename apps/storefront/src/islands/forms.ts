/** Small comforts for the forms of basket and checkout. They also hold for parts that came into the page later. */

export function startForms(): void {
  document.addEventListener('change', ({ target }) => {
    const form = (target as HTMLInputElement).form;
    // A quantity is sent as soon as it is chosen; without this there is a button for it.
    if (form?.dataset.sendOnChange !== undefined) form.requestSubmit();
  });
  document.addEventListener('submit', ({ target }) => {
    const form = target as HTMLFormElement;
    if (form.dataset.once === undefined) return;
    // After the submit, so that the button's own value still travels.
    setTimeout(() => {
      for (const button of form.querySelectorAll('button')) button.disabled = true;
    });
  });
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
