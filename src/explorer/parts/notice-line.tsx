import { useEffect } from "react";
import { tell, useNotice } from "../state/notices.js";
import { useSpeech } from "./language.js";
import { PlaygroundLink } from "./playground-link.js";

/** How long a piece of news stays. */
const NEWS_MS = 6000;
/** How long it stays where a reader may go on from it. */
const OFFER_MS = 15_000;
/** After which time what could not reach the service is tried again. */
const AGAIN_MS = 5000;

/** The line that tells what was done and what went wrong; it is read aloud too. */
export function NoticeLine() {
  const { say, nameOf } = useSpeech();
  const notice = useNotice();
  useEffect(() => {
    if (!notice) return;
    const { trouble, retry, stays, query } = notice;
    // What explains itself is to be read; what is to be done by the reader waits for it.
    if (trouble === undefined ? stays : trouble !== "away") return;
    const timer = setTimeout(
      trouble
        ? (retry ?? (() => undefined))
        : () => {
            tell(null);
          },
      trouble ? AGAIN_MS : query ? OFFER_MS : NEWS_MS,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [notice]);
  const names = Object.entries(notice?.names ?? {}).map(([key, entity]) => [key, nameOf(entity)] as const);
  const values = { ...notice?.values, ...Object.fromEntries(names) };
  return (
    <div className="notice" role={notice?.trouble ? "alert" : "status"} data-trouble={notice?.trouble}>
      {notice ? (
        <>
          <span>
            <strong>{say(notice.words, values)}</strong>
            {notice.trouble ? ` ${say(`trouble.${notice.trouble}.do`)}` : ""}
            {notice.detail !== undefined && notice.trouble !== "away" ? (
              <span className="detail">{notice.detail}</span>
            ) : null}
          </span>
          {notice.query ? <PlaygroundLink {...notice.query} /> : null}
          {notice.retry ? (
            <button type="button" className="button" onClick={notice.retry}>
              {say("retry")}
            </button>
          ) : null}
          <button
            type="button"
            className="plain"
            onClick={() => {
              tell(null);
            }}
          >
            {say("dismiss")}
          </button>
        </>
      ) : null}
    </div>
  );
}
