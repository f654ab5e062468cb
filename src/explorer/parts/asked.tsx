import type { Screen } from "../state/state.js";
import { act } from "../state/store.js";
import { ChainMap } from "./chain-map.js";
import { Icon } from "./icon.js";
import { useSpeech } from "./language.js";
import { LookThrough } from "./look-through.js";
import { TableView } from "./table-view.js";
import { Timeline } from "./timeline.js";
import { TotalsChart } from "./totals.js";

function body(screen: Screen) {
  switch (screen.name) {
    case "table":
      return <TableView />;
    case "chain":
      return <ChainMap id={screen.id} />;
    case "fund":
      return <LookThrough id={screen.id} />;
    case "timeline":
      return <Timeline id={screen.id} />;
    case "totals":
      return <TotalsChart />;
    case "graph":
      return null;
  }
}

/** An answer that takes the place of the picture until the reader goes back to it. */
export function Asked({ screen }: { readonly screen: Screen }) {
  const { say } = useSpeech();
  return (
    <div className="asked" tabIndex={-1}>
      {screen.name === "table" ? null : (
        <button
          type="button"
          className="plain back"
          onClick={() => {
            act({ do: "screen", screen: { name: "graph" } });
          }}
        >
          <Icon name="back" />
          {say("back")}
        </button>
      )}
      {body(screen)}
    </div>
  );
}
