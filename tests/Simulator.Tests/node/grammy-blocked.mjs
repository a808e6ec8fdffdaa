// What a client is told once the owner has blocked the bot.
import assert from 'node:assert/strict';
import { Api, GrammyError } from 'grammy';

const [apiRoot, token, chat] = process.argv.slice(2);
const error = await new Api(token, { apiRoot }).sendMessage(Number(chat), 'anyone there?').then(() => null, error => error);
assert.ok(error instanceof GrammyError, String(error));
assert.deepEqual([error.error_code, error.description], [403, 'Forbidden: bot was blocked by the user']);
