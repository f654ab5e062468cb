import { useEffect, useRef } from "react";

/** The words of a link that the reader copies by hand. */
export interface LinkWords {
  readonly title: string;
  readonly hint: string;
  readonly close: string;
}

interface Props {
  readonly link: string;
  readonly words: LinkWords;
  readonly onClose: () => void;
}

/** Puts a text on the clipboard; false where the browser does not let a page do so, as over plain http. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** A link to copy by hand, selected. */
export function CopiedLink({ link, words, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <dialog ref={dialog} className="link-dialog" onClose={onClose} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.hint}</p>
      <textarea ref={field} readOnly rows={4} value={link} aria-label={words.title} spellCheck={false} />
      <form method="dialog">
        <button type="submit" className="button">
          {words.close}
        </button>
      </form>
    </dialog>
  );
}
