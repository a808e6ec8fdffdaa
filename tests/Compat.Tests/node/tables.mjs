// The official JavaScript client at work on one table, for the tests to compare with.
//   node tables.mjs <connection string> <table> <command> [arguments]
// Prints one JSON value.
import { TableClient } from '@azure/data-tables';

const [connectionString, table, command, ...rest] = process.argv.slice(2);
const client = TableClient.fromConnectionString(connectionString, table, { allowInsecureConnection: true });

const commands = {
  // One row with each property type.
  async write(partitionKey, rowKey) {
    const { etag } = await client.createEntity({
      partitionKey,
      rowKey,
      Text: "O'Brien & Söhne, 10 % / \"x\" €",
      Empty: '',
      Flag: true,
      Whole: { type: 'Int32', value: '-2147483648' },
      Long: { type: 'Int64', value: '9223372036854775807' },
      Price: { type: 'Double', value: '1.25' },
      Round: { type: 'Double', value: '1.0' },
      Undefined: { type: 'Double', value: 'NaN' },
      Above: { type: 'Double', value: 'Infinity' },
      Below: { type: 'Double', value: '-Infinity' },
      When: { type: 'DateTime', value: '2026-11-20T14:30:00.1234567Z' },
      Id: { type: 'Guid', value: '0d5b5d2e-7f0c-4b5e-9a53-0c1f4d1b2a3c' },
      Bytes: new Uint8Array([0, 1, 127, 128, 255]),
    });
    return etag;
  },

  async read(partitionKey, rowKey) {
    const entity = await client.getEntity(partitionKey, rowKey, { disableTypeConversion: true });
    for (const [name, value] of Object.entries(entity)) {
      if (value instanceof Uint8Array) entity[name] = { type: 'Binary', value: Buffer.from(value).toString('base64') };
    }
    return entity;
  },

  async update(partitionKey, rowKey, etag) {
    const answer = await client.updateEntity({ partitionKey, rowKey, Seen: true }, 'Merge', { etag });
    return answer.etag;
  },

  async fill(partitionKey, count) {
    const actions = Array.from({ length: Number(count) }, (_, index) => [
      'create',
      { partitionKey, rowKey: String(index).padStart(4, '0'), Index: index },
    ]);
    const answer = await client.submitTransaction(actions);
    return answer.subResponses.length;
  },

  async count() {
    let pages = 0;
    let rows = 0;
    for await (const page of client.listEntities().byPage()) {
      pages += 1;
      rows += page.length;
    }
    return { pages, rows };
  },

  async filter(filter) {
    const keys = [];
    for await (const entity of client.listEntities({ queryOptions: { filter } })) keys.push(entity.rowKey);
    return keys;
  },
};

const replacer = (_, value) => (typeof value === 'bigint' ? value.toString() : value);
console.log(JSON.stringify(await commands[command](...rest), replacer));
