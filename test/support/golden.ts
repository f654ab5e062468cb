import type { Statement } from "../../src/engine/engine.js";

/** Tells statements apart that differ in more than the names of labels and types of the model. */
const shapeOf = (text: string): string => text.replace(/(?<=:)[A-Z]\w*(:[A-Z]\w*)*/g, "_");

/** The texts that were sent, each shape once, under the title of what sent them. */
export class Golden {
  readonly sent: Statement[] = [];
  private readonly lines: string[] = [];

  note(title: string): void {
    const shapes = new Map(this.sent.splice(0).map(({ text }) => [shapeOf(text), text]));
    this.lines.push(`// ${title}`, ...shapes.values(), "");
  }

  text(): string {
    return this.lines.join("\n");
  }
}
