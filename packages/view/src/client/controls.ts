/** Switches on the buttons that need the page's program: without it they are off, and nobody presses one that does nothing. */
export function enableControls(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>(
    "[data-sort]:disabled, [data-download]:disabled",
  ))
    button.disabled = false;
}

/** Hands the reader a text as a file. */
export function saveFile({ name, text }: { name: string; text: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Once the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
