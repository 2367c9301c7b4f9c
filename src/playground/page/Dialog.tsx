/** A dialog over the page: the browser keeps the focus in it, Escape closes it. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useView } from "./store.js";

export function Dialog({
  title,
  confirm,
  grave = false,
  onConfirm,
  onClose,
  children,
}: {
  readonly title: string;
  /** The button that does it; absent: there is only a way out. */
  readonly confirm?: string;
  readonly grave?: boolean;
  readonly onConfirm?: () => void;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
}) {
  const { words } = useView();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before it is painted: what is typed at once is meant for it.
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-label={title}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm?.();
        }}
      >
        <h2>{title}</h2>
        {children}
        <div class="actions">
          <button type="button" onClick={onClose}>
            {confirm === undefined ? words.close : words.cancel}
          </button>
          {confirm !== undefined && (
            <button type="submit" class={grave ? "strong grave" : "strong"}>
              {confirm}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}
