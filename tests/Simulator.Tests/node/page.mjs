// The chat page in a browser: what a person sees and does there. The test itself plays the bot.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ask, done } from './ask.mjs';

const [address, browserPath, pictures] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: browserPath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1100, height: 820 }, colorScheme: 'light' });
  const elsewhere = [], problems = [];
  page.on('request', request => { if (!request.url().startsWith(address) && !request.url().startsWith('data:')) elsewhere.push(request.url()); });
  page.on('pageerror', error => problems.push(String(error)));
  page.on('console', message => { if (message.type() === 'error') problems.push(message.text()); });
  page.setDefaultTimeout(20_000);
  const picture = name => page.screenshot({ path: join(pictures, `${name}.png`) });
  const seen = (selector, text) => page.locator(selector, text ? { hasText: text } : {}).first().waitFor();
  const busy = id => seen(`article[data-id="${id}"] .row button.busy`);
  const card = id => page.locator(`article[data-id="${id}"]`);

  await page.goto(address);
  await seen('#state', 'simulated Telegram');
  await seen('#empty', 'No messages yet');

  // A card, as Telegram shows it.
  const first = await ask('card');
  await card(first).waitFor();
  const body = card(first).locator('.body');
  assert.equal(await body.locator('b').first().innerText(), '21 days left');
  assert.equal(await body.locator('code').innerText(), '1.03');
  assert.equal(await body.locator('a').getAttribute('href'), 'https://example.org/why');
  assert.deepEqual(await Promise.all(['i', 'u', 's', 'pre', 'blockquote'].map(tag => body.locator(tag).count())), [1, 1, 1, 1, 1]);
  assert.equal(await body.evaluate(element => getComputedStyle(element.querySelector('pre')).fontFamily.includes('mono')), true);
  const spoiler = body.locator('.spoiler');
  assert.equal(await spoiler.evaluate(element => getComputedStyle(element).color), 'rgba(0, 0, 0, 0)');
  await spoiler.click();
  assert.notEqual(await spoiler.evaluate(element => getComputedStyle(element).color), 'rgba(0, 0, 0, 0)');
  assert.deepEqual(await card(first).locator('.row button').allInnerTexts(), ['Close now', 'Hold 30 min', 'Keep this session', 'Why?']);
  await ask('plain <b>not bold</b>');
  await seen('.body', '<b>not bold</b>');
  assert.equal(await page.locator('.meta', { hasText: 'edited' }).count(), 0);
  await picture('card');

  // A press: spinner, then a word from the bot, the spinner's end and the edited card.
  const close = card(first).getByRole('button', { name: 'Close now' });
  await close.click();
  await busy(first);
  assert.equal(await close.getAttribute('aria-busy'), 'true');
  await picture('spinner');
  await ask('answer Closing at the market');
  await seen('.toast', 'Closing at the market');
  await page.locator(`article[data-id="${first}"] .row button.busy`).waitFor({ state: 'detached' });
  await ask('close');
  await seen(`article[data-id="${first}"] .body`, 'Closed at 1.05');
  await seen(`article[data-id="${first}"] .meta`, 'edited 14:28:06');
  assert.equal(await card(first).locator('.row').count(), 0);
  await picture('result');

  // An answer that stays until it is closed.
  const second = await ask('card');
  await card(second).getByRole('button', { name: 'Why?' }).click();
  await busy(second);
  await ask('alert 21 days to expiration');
  await seen('#alert[open]', '21 days to expiration');
  await page.getByRole('button', { name: 'OK' }).click();
  await page.locator('#alert[open]').waitFor({ state: 'detached' });

  // The menu of commands, and a command.
  await ask('commands');
  await page.locator('#menu').click();
  await seen('#commands li', '/status');
  assert.deepEqual(await page.locator('#commands b').allInnerTexts(), ['/status', '/why', '/halt']);
  await picture('menu');
  await page.keyboard.press('Escape');
  await page.locator('#input').fill('/st');
  assert.deepEqual(await page.locator('#commands b').allInnerTexts(), ['/status']);
  await page.locator('#input').fill('/status');
  await page.keyboard.press('Enter');
  await seen('article.owner .body', '/status');
  assert.equal(await ask('said'), '42 42 /status');

  // A press that the bot never takes is lost after 150 seconds of market time, and that is told.
  await ask('away');
  await card(second).getByRole('button', { name: 'Close now' }).click();
  await busy(second);
  await ask('advance 149');
  await seen('#time', '14:30:36');
  assert.equal(await page.locator('.toast', { hasText: 'lost' }).count(), 0);
  await ask('advance 1');
  await seen('.toast', 'lost: the bot did not take it within 150 seconds');
  await page.locator('button.busy').waitFor({ state: 'detached' });
  await picture('lost');

  // Somebody else: their own chat, the group, and the owner's chat as a forged client has it.
  await page.locator('#person').selectOption('stranger');
  await seen('#warning', 'on no allow-list');
  assert.equal(await page.locator('article:visible').count(), 0);
  await page.locator('#input').fill('let me in');
  await page.keyboard.press('Enter');
  await seen('article.stranger .body', 'let me in');
  assert.equal(await ask('said'), '666 666 let me in');
  await page.locator('#chats button[data-chat="owner"]').click();
  await card(second).getByRole('button', { name: 'Hold 30 min' }).click();
  await busy(second);
  assert.equal(await ask('pressed'), '666 hold:1');
  await seen('#warning', 'forged client');
  await page.locator('#person').selectOption('viewer');
  await page.locator('#chats button[data-chat="group"]').click();
  await page.locator('#input').fill('/status');
  await page.keyboard.press('Enter');
  await seen('article.viewer .name', 'Viewer');
  assert.equal(await ask('said'), '55 -100777 /status');
  const third = await ask('card');
  await seen('#chats button[data-chat="owner"] b', '1');
  await picture('group');

  await page.locator('#person').selectOption('owner');
  await page.locator('#chats button[data-chat="owner"]').click();
  await card(third).waitFor();
  await ask(`delete ${third}`);
  await card(third).waitFor({ state: 'detached' });
  await page.locator('#theme').click();
  await page.setViewportSize({ width: 390, height: 780 });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await picture('phone-dark');
  assert.deepEqual(elsewhere, []);
  assert.deepEqual(problems, []);
} finally {
  await browser.close();
}
done();
