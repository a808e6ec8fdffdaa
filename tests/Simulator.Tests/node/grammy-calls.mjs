// grammY's Bot API client against the simulated Telegram: every method that a desk calls, and how each refusal reaches a client.
import assert from 'node:assert/strict';
import { Api, GrammyError } from 'grammy';
import { ask, done } from './ask.mjs';

const [apiRoot, token, chatText] = process.argv.slice(2);
const chat = Number(chatText);
const api = new Api(token, { apiRoot });

async function refused(call, code, description) {
  const error = await call().then(() => null, error => error);
  assert.ok(error instanceof GrammyError, `refused with ${code} ${description}, not ${error}`);
  assert.equal(error.error_code, code);
  assert.match(error.description, description);
  return error;
}

// Some seconds of market time, so that no limit is met where none is meant.
const rest = () => ask('advance 10');

const me = await api.getMe();
assert.deepEqual([me.is_bot, me.username, me.id], [true, 'exitdesk_bot', Number(token.split(':')[0])]);

assert.equal(await api.setWebhook('https://example.org/hook', { secret_token: 'a-b_C', allowed_updates: ['message', 'callback_query'], max_connections: 5 }), true);
let hook = await api.getWebhookInfo();
assert.deepEqual([hook.url, hook.max_connections, hook.pending_update_count], ['https://example.org/hook', 5, 0]);
assert.deepEqual(hook.allowed_updates.sort(), ['callback_query', 'message']);
await refused(() => api.setWebhook('http://example.org/hook'), 400, /bad webhook: An HTTPS URL must be provided/);
await refused(() => api.setWebhook('https://example.org', { secret_token: 'a b' }), 400, /secret token contains unallowed characters/);
await refused(() => api.getUpdates(), 409, /can't use getUpdates method while webhook is active/);
assert.equal(await api.deleteWebhook({ drop_pending_updates: true }), true);
hook = await api.getWebhookInfo();
assert.equal(hook.url, '');
assert.deepEqual(await api.getUpdates({ limit: 1 }), []);

assert.equal(await api.setMyCommands([{ command: 'status', description: 'Every position' }, { command: 'halt', description: 'Stop' }]), true);
assert.deepEqual(await api.getMyCommands(), [{ command: 'status', description: 'Every position' }, { command: 'halt', description: 'Stop' }]);
await refused(() => api.setMyCommands([{ command: 'Status', description: 'x' }]), 400, /BOT_COMMAND_INVALID/);

const keyboard = { inline_keyboard: [[{ text: 'Close now', callback_data: 'close:1' }, { text: 'Chart', url: 'https://example.org/' }]] };
const sent = await api.sendMessage(chat, '🟡 <b>Stop</b> <a href="https://example.org/a?b&amp;c">why</a> P/L &lt; 0',
  { parse_mode: 'HTML', reply_markup: keyboard, disable_notification: true });
assert.equal(sent.text, '🟡 Stop why P/L < 0');
assert.deepEqual(sent.entities, [
  { type: 'bold', offset: 3, length: 4 }, { type: 'text_link', offset: 8, length: 3, url: 'https://example.org/a?b&c' }]);
assert.deepEqual(sent.reply_markup.inline_keyboard[0].map(button => button.text), ['Close now', 'Chart']);
assert.deepEqual([sent.chat.id, sent.chat.type, sent.from.id], [chat, 'private', me.id]);

await rest();
await refused(() => api.sendMessage(chat, 'P/L < 0 <b>', { parse_mode: 'HTML' }), 400, /^Bad Request: can't parse entities: /);
assert.equal((await api.sendMessage(chat, 'P/L < 0 <b>')).text, 'P/L < 0 <b>');
await refused(() => api.sendMessage(chat, 'x'.repeat(4097)), 400, /^Bad Request: message is too long$/);
await refused(() => api.sendMessage(chat, ' '), 400, /^Bad Request: message text is empty$/);
await refused(() => api.sendMessage(4711, 'x'), 400, /^Bad Request: chat not found$/);
await refused(() => new Api('7001:other', { apiRoot }).getMe(), 401, /^Unauthorized$/);
await refused(() => api.sendMessage(chat, 'x', { reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: 'd'.repeat(65) }]] } }), 400, /BUTTON_DATA_INVALID/);

await rest();
const edited = await api.editMessageText(chat, sent.message_id, '<i>Closed</i> at 1.05', { parse_mode: 'HTML', reply_markup: keyboard });
assert.deepEqual([edited.text, edited.message_id, edited.entities[0].type], ['Closed at 1.05', sent.message_id, 'italic']);
assert.ok(edited.edit_date >= sent.date);
await refused(() => api.editMessageText(chat, sent.message_id, '<i>Closed</i> at 1.05', { parse_mode: 'HTML', reply_markup: keyboard }), 400, /^Bad Request: message is not modified: /);
const bare = await api.editMessageReplyMarkup(chat, sent.message_id, { reply_markup: { inline_keyboard: [] } });
assert.equal(bare.reply_markup, undefined);
await refused(() => api.editMessageText(chat, 99999, 'x'), 400, /^Bad Request: message to edit not found$/);

await refused(() => api.answerCallbackQuery('1'), 400, /^Bad Request: query is too old and response timeout expired or query ID is invalid$/);
const press = await ask(`press ${(await api.sendMessage(chat, 'card', { reply_markup: keyboard })).message_id} close:1`);
await ask('wait 16');
await refused(() => api.answerCallbackQuery(press), 400, /query is too old/);

await rest();
assert.equal(await api.deleteMessage(chat, sent.message_id), true);
await refused(() => api.deleteMessage(chat, sent.message_id), 400, /^Bad Request: message to delete not found$/);
await refused(() => api.editMessageText(chat, sent.message_id, 'x'), 400, /^Bad Request: message to edit not found$/);

await rest();
for (let i = 0; i < 5; i++) await api.sendMessage(chat, `burst ${i}`);
const limited = await refused(() => api.sendMessage(chat, 'one too many'), 429, /^Too Many Requests: retry after 1$/);
assert.equal(limited.parameters.retry_after, 1);
await ask('advance 1');
await api.sendMessage(chat, 'after the wait');

const supergroup = Number(await ask('upgrade -100777'));
const moved = await refused(() => api.sendMessage(-100777, 'x'), 400, /^Bad Request: group chat was upgraded to a supergroup chat$/);
assert.equal(moved.parameters.migrate_to_chat_id, supergroup);
assert.deepEqual((await api.sendMessage(supergroup, 'here')).chat, { id: supergroup, title: 'ExitDesk', type: 'supergroup' });
done();
