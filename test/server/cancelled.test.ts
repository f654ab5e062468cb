import { EventEmitter, once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { SEED } from "../../src/cli/seed.js";
import type { Engine } from "../../src/engine/engine.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { importDataset } from "../../src/import/index.js";
import { buildModel } from "../../src/schema.js";
import { engines } from "../support/engines.js";
import { listening } from "../support/listening.js";
import { serve } from "../support/server.js";

const built = buildModel();
const QUERY =
  '{ paths(from: "zone:zuoyun", to: "university:datong", avoidKinds: [], extra: 2) { paths { nodes { name } relationships { id } } } }';
/** The statement whose answer waits until the client has gone. */
const HELD = 2;

interface Holding {
  readonly engine: Engine;
  /** Of each statement that was sent, the signal of the request that it belongs to. */
  readonly signals: readonly (AbortSignal | undefined)[];
  /** Resolves when the statement is being held. */
  readonly held: Promise<unknown>;
  readonly release: () => void;
}

/** A real engine that tells which request a statement belongs to, and holds back one answer. */
function holding(engine: Engine): Holding {
  const signals: (AbortSignal | undefined)[] = [];
  const events = new EventEmitter();
  const read: Engine["read"] = async (statement, options) => {
    if (options?.timeoutMs !== undefined) return engine.read(statement, options);
    signals.push(options?.signal);
    const isHeld = signals.length === HELD;
    const rows = await engine.read(statement, options);
    if (!isHeld) return rows;
    const released = once(events, "released");
    events.emit("held");
    await released;
    return rows;
  };
  return {
    engine: { ...listening(engine, []), read },
    signals,
    held: once(events, "held"),
    release: () => {
      events.emit("released");
    },
  };
}

describe.each(engines)("on $name, a request of many statements", ({ open }) => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await open();
    await prepareGraph(engine, built.model);
    await importDataset({ folder: SEED, engine, model: built.model });
  });

  afterAll(() => engine.close());

  it("sends none after its client has gone", async () => {
    const { engine: watched, signals, held, release } = holding(engine);
    const service = await serve(built, watched);
    await service.app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = service.app.server.address() as AddressInfo;
    const body = JSON.stringify({ query: QUERY });
    const socket = connect(port, "127.0.0.1");
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    await held;
    socket.destroy();
    await vi.waitFor(() => {
      expect(service.log).toHaveLength(1);
    });
    release();
    const whole = await service.post({ query: QUERY });
    expect(whole.answer.errors).toBeUndefined();
    const [first] = signals;
    expect(first?.aborted).toBe(true);
    expect(signals.filter((signal) => signal === first)).toHaveLength(HELD);
    // The same question of a client that waits takes several times as many.
    expect(signals.length - HELD).toBe(whole.line["statements"]);
    expect(whole.line["statements"]).toBeGreaterThan(2 * HELD);
    expect(service.log.filter(({ msg }) => msg !== "request")).toEqual([]);
    await service.app.close();
  });
});
