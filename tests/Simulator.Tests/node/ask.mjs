// What only the test can do, for instance move the market's clock: one line out, one line back.
import { createInterface } from 'node:readline';

const answers = createInterface({ input: process.stdin });
const next = answers[Symbol.asyncIterator]();

export async function ask(request) {
  process.stdout.write(`> ${request}\n`);
  return (await next.next()).value;
}

export function done() {
  answers.close();
}
