import { ToolbarButton, useGraphiQL } from "@graphiql/react";
import { useState } from "react";
import { CopiedLink, copied } from "../parts/copied-link.js";
import { linkOf } from "./link.js";

const WORDS = {
  title: "链接 · Link",
  hint: "请按 Ctrl+C（⌘C）复制。Copy it with Ctrl+C (⌘C).",
  close: "关闭 · Close",
};

/** Copies an address that opens the query in sight with its variables. */
export function CopyLink() {
  const queryEditor = useGraphiQL((all) => all.queryEditor);
  const variableEditor = useGraphiQL((all) => all.variableEditor);
  const [link, setLink] = useState<string | null>(null);
  const [isDone, setDone] = useState(false);
  const copy = async (): Promise<void> => {
    const here = linkOf({ query: queryEditor?.getValue() ?? "", variables: variableEditor?.getValue() ?? "" });
    if (await copied(here)) setDone(true);
    else setLink(here);
  };
  return (
    <>
      <ToolbarButton
        label={isDone ? "链接已复制 · Link copied" : "复制链接 · Copy link"}
        onClick={() => {
          void copy();
        }}
      >
        <svg
          className="graphiql-toolbar-icon"
          viewBox="0 0 20 20"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          aria-hidden="true"
        >
          <path d="m8.5 11.5 3-3M9 6l2-2a3.5 3.5 0 0 1 5 5l-2 2M11 14l-2 2a3.5 3.5 0 0 1-5-5l2-2" />
        </svg>
      </ToolbarButton>
      {link === null ? null : (
        <CopiedLink
          link={link}
          words={WORDS}
          onClose={() => {
            setLink(null);
          }}
        />
      )}
    </>
  );
}
