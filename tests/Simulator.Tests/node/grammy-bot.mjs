// A bot written with grammY behind its own webhook: what people say and press reaches it as Telegram sends it, and its answers reach them.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { Bot, InlineKeyboard, webhookCallback } from 'grammy';
import { ask, done } from './ask.mjs';

const [apiRoot, token, ownerText, viewerText, groupText] = process.argv.slice(2);
const [owner, viewer, group] = [ownerText, viewerText, groupText].map(Number);
const bot = new Bot(token, { client: { apiRoot } });
const updates = [];
const heard = [];

bot.use((context, next) => {
  const known = updates.includes(context.update.update_id);
  updates.push(context.update.update_id);
  return known ? undefined : next();
});
bot.command('status', context => {
  heard.push([context.from.id, context.chat.id, context.chat.type, context.match]);
  return context.reply('<b>SPY</b> 600 P', { parse_mode: 'HTML', reply_markup: new InlineKeyboard().text('Close now', 'close:7') });
});
bot.callbackQuery(/^close:(\d+)$/, async context => {
  heard.push([context.from.id, context.chat.id, context.callbackQuery.message.text, context.match[1]]);
  await context.answerCallbackQuery({ text: 'Closing', show_alert: true });
  await context.editMessageText('Closed at 1.05');
});
bot.on('message:migrate_to_chat_id', context => { heard.push([context.chat.id, context.message.migrate_to_chat_id]); });
bot.on('message:text', context => { heard.push([context.from.id, context.chat.id, context.message.text]); });
bot.catch(error => { throw error.error; });

const server = createServer(webhookCallback(bot, 'http', { secretToken: 's-1_A' }));
await new Promise(listening => server.listen(0, '127.0.0.1', listening));
const address = `http://127.0.0.1:${server.address().port}/hook`;

await bot.api.setWebhook(address, { secret_token: 's-1_A', allowed_updates: ['message', 'callback_query'] });
assert.equal(await ask(`say ${owner} ${owner} /status SPY`), 'Acknowledged');
const card = Number(await ask('last'));
assert.equal(await ask(`act ${owner} ${card} close:7`), 'Acknowledged');
assert.equal(await ask('answer'), 'True True Closing');
assert.equal(await ask('text ' + card), 'Closed at 1.05');
assert.equal(await ask(`say ${viewer} ${viewer} hello`), 'Acknowledged');
assert.equal(await ask(`say ${viewer} ${group} /status@exitdesk_bot`), 'Acknowledged');
assert.equal(await ask(`say ${viewer} ${group} between us`), 'Dropped');
const supergroup = Number(await ask(`upgrade ${group}`));
assert.deepEqual(heard, [
  [owner, owner, 'private', 'SPY'], [owner, owner, 'SPY 600 P', '7'], [viewer, viewer, 'hello'], [viewer, group, 'group', ''], [group, supergroup]]);
// What came twice, as if the answer had been lost, is told by its id.
assert.equal(updates.length, new Set(updates).size + Number(await ask('repeats')));

// A secret that is not the bot's: its webhook refuses, and what waits is told.
await bot.api.setWebhook(address, { secret_token: 'other' });
await ask(`post ${owner} ${owner} /status`);
const hook = await bot.api.getWebhookInfo();
assert.deepEqual([hook.pending_update_count, hook.last_error_message], [1, 'Wrong response from the webhook: 401 Unauthorized']);
server.close();
server.closeAllConnections();
done();
