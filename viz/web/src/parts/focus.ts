/** Move the focus to what is there once the page has followed: a heading, or a message. */
export function focused(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus(), 0);
}

/** Take the focus where what had it is gone: else whoever goes by keys begins again at the top of the page. */
export function keepFocus(element: HTMLElement): void {
  setTimeout(() => {
    if (document.activeElement === null || document.activeElement === document.body) element.focus();
  }, 0);
}
