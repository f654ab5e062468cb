import { ProjectsByZoneDocument, type ProjectsByZoneQuery } from "../operations.js";
import { useAnswer } from "../state/answer.js";
import type { Entity } from "../state/picture.js";
import { EntityLink } from "./evidence.js";
import { useSpeech } from "./language.js";
import { PlaygroundLink } from "./playground-link.js";
import { Sums } from "./sums.js";
import { Truncated } from "./truncated.js";
import { Waiting } from "./waiting.js";

type Row = NonNullable<ProjectsByZoneQuery["statistics"]>["rows"][number];

/** From what is only planned to what produces: the further, the darker; what is not stated is hollow. */
const STATUSES = [
  "IN_PRODUCTION",
  "AWAITING_PRODUCTION",
  "UNDER_CONSTRUCTION",
  "SIGNED",
  "PLANNED",
  "UNKNOWN",
] as const;
type Status = (typeof STATUSES)[number];

interface ZoneRow {
  readonly zone: Entity | null;
  readonly counts: ReadonlyMap<Status, number>;
  readonly all: number;
}

function zonesOf(rows: readonly Row[]): ZoneRow[] {
  const zones = new Map<string, { zone: Entity | null; counts: Map<Status, number> }>();
  for (const { keys, totals } of rows) {
    const zone = keys.find(({ dimension }) => dimension === "ZONE")?.entity ?? null;
    const status = (keys.find(({ dimension }) => dimension === "STATUS")?.value ?? "UNKNOWN") as Status;
    const count = totals.find(({ metric }) => metric === "projects")?.recorded ?? 0;
    const row = zones.get(zone?.id ?? "") ?? { zone, counts: new Map<Status, number>() };
    row.counts.set(status, (row.counts.get(status) ?? 0) + count);
    zones.set(zone?.id ?? "", row);
  }
  return [...zones.values()]
    .map((row) => ({ ...row, all: [...row.counts.values()].reduce((sum, count) => sum + count, 0) }))
    .sort((one, other) => Number(one.zone === null) - Number(other.zone === null) || other.all - one.all);
}

function useStatusName(): (status: Status) => string {
  const { say, term } = useSpeech();
  return (status) =>
    status === "UNKNOWN"
      ? say("statusUnknown")
      : status === "AWAITING_PRODUCTION"
        ? say("awaiting")
        : term("ProjectStatus", status);
}

function Bar({ row, most }: { readonly row: ZoneRow; readonly most: number }) {
  const nameOfStatus = useStatusName();
  let start = 0;
  return (
    <svg
      className="bar"
      viewBox="0 0 400 22"
      preserveAspectRatio="none"
      width="100%"
      height="22"
      role="img"
      aria-label={[...row.counts].map(([status, count]) => `${nameOfStatus(status)} ${count}`).join(", ")}
    >
      {STATUSES.map((status) => {
        const width = (400 * (row.counts.get(status) ?? 0)) / most;
        const x = start;
        start += width;
        return width === 0 ? null : (
          <rect
            key={status}
            className={`status-${status}`}
            x={x}
            y="0.5"
            width={Math.max(0, width - 1.5)}
            height="21"
            vectorEffect="non-scaling-stroke"
          >
            <title>{`${nameOfStatus(status)} ${row.counts.get(status) ?? 0}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}

function Chart({ rows }: { readonly rows: readonly ZoneRow[] }) {
  const { say, term } = useSpeech();
  const nameOfStatus = useStatusName();
  const most = Math.max(1, ...rows.map(({ all }) => all));
  const used = STATUSES.filter((status) => rows.some(({ counts }) => counts.has(status)));
  return (
    <figure className="chart">
      <figcaption>
        {used.map((status) => (
          <span key={status}>
            <svg width="14" height="14" aria-hidden="true">
              <rect className={`status-${status}`} x="1" y="1" width="12" height="12" />
            </svg>
            {nameOfStatus(status)}
          </span>
        ))}
      </figcaption>
      <table>
        <thead>
          <tr>
            <th scope="col">{term("EntityKind", "ZONE")}</th>
            <th scope="col" colSpan={2}>
              {term("EntityKind", "PROJECT")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.zone?.id ?? ""}>
              <th scope="row">{row.zone ? <EntityLink entity={row.zone} /> : say("noZone")}</th>
              <td>
                <Bar row={row} most={most} />
              </td>
              <td className="number">{row.all}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** How many projects each zone has and how far they are, as a chart of bars with the figures beside it. */
export function TotalsChart() {
  const { say } = useSpeech();
  const variables = {};
  const asked = useAnswer(ProjectsByZoneDocument, variables);
  const answer = asked.is === "here" ? asked.data.statistics : undefined;
  if (!answer) return asked.is === "here" ? <p className="quiet">{say("notRecorded")}</p> : <Waiting answer={asked} />;
  return (
    <>
      <h2 className="answer-title">{say("question.totals")}</h2>
      <p className="answer-lead">{say("totalsLead")}</p>
      <div className="answer-figures">
        <Sums totals={answer.totals ?? []} />
      </div>
      <Chart rows={zonesOf(answer.rows)} />
      <Truncated truncation={answer.truncation} />
      <PlaygroundLink document={ProjectsByZoneDocument} variables={variables} />
    </>
  );
}
