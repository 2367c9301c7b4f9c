/** A small menu at a place of the screen: arrows move, Escape or a press elsewhere closes. */
import { useLayoutEffect, useRef } from "preact/hooks";

export type MenuItem = { readonly label: string; readonly act: () => void; readonly grave?: boolean };

export function Menu({
  entries,
  x,
  y,
  onClose,
}: {
  readonly entries: readonly MenuItem[];
  readonly x: number;
  readonly y: number;
  readonly onClose: () => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    // Read before the focus moves: this is where it goes back to.
    const before = document.activeElement;
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
    element.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
    element.querySelector("button")?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape" || event.key === "Tab") return onClose();
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const buttons = [...(box.current?.querySelectorAll("button") ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const step = event.key === "ArrowDown" ? 1 : buttons.length - 1;
    buttons[(at + step) % buttons.length]?.focus();
  };
  return (
    <>
      <button
        type="button"
        class="menu-veil"
        tabIndex={-1}
        aria-hidden="true"
        onClick={onClose}
        onContextMenu={(event) => event.preventDefault()}
      />
      <div class="menu" role="menu" ref={box} onKeyDown={keys}>
        {entries.map(({ label, act, grave }) => (
          <button
            type="button"
            role="menuitem"
            key={label}
            class={grave ? "grave" : ""}
            onClick={() => {
              onClose();
              act();
            }}
          >
            {label}
          </button>
        ))}
      </div>
    </>
  );
}
