'use strict';

// Everything dynamic is set as text, except a message's HTML, which the server has parsed, escaped and written anew.
const $ = id => document.getElementById(id);
const chat = $('chat'), input = $('input'), commandList = $('commands');
const SPINNER_MS = 15000;
const items = new Map();
const presses = new Map();
const unread = new Map();
const names = { bot: 'ExitDesk', owner: 'Owner', viewer: 'Viewer', stranger: 'Stranger', group: 'ExitDesk' };
let commands = [], chosen = -1, home = 'owner', where = null;

const actor = () => $('person').value;
const atBottom = () => chat.scrollHeight - chat.scrollTop - chat.clientHeight < 90;
const toBottom = () => { chat.scrollTop = chat.scrollHeight; $('newest').hidden = true; };

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function keyOf(messageId, data) { return messageId + ':' + data; }

function keyboard(message) {
  const rows = element('div', 'rows');
  for (const row of message.rows) {
    const line = element('div', 'row');
    for (const button of row) {
      if (button.data === null) {
        const link = element('a', '', button.text + ' ↗');
        if (button.url) { link.href = button.url; link.target = '_blank'; link.rel = 'noopener noreferrer'; }
        line.append(link);
        continue;
      }
      const key = element('button', '', button.text);
      key.type = 'button';
      key.dataset.key = keyOf(message.id, button.data);
      key.addEventListener('click', () => press(message.id, button.data));
      line.append(key);
    }
    rows.append(line);
  }
  return rows;
}

function show(message, live) {
  const follow = atBottom();
  const known = items.get(message.id);
  const item = element('article', 'item ' + message.from + (message.rows.length ? ' keys' : ''));
  item.dataset.id = message.id;
  item.dataset.chat = message.chat;
  item.hidden = message.chat !== where;
  const bubble = element('div', 'bubble');
  if (message.from !== 'bot' && (message.chat === 'group' || message.from !== message.chat)) bubble.append(element('span', 'name', names[message.from]));
  const body = element('span', 'body');
  body.innerHTML = message.html;
  bubble.append(body, element('span', 'meta',
    (message.silent ? '🔕 ' : '') + (message.editedAt ? 'edited ' + message.editedAt : message.at)));
  item.append(bubble);
  if (message.rows.length) item.append(keyboard(message));
  if (known) {
    known.replaceWith(item);
    if (live) item.classList.add('changed');
  } else {
    chat.append(item);
  }
  items.set(message.id, item);
  spin();
  if (item.hidden) {
    if (live && !known) { unread.set(message.chat, (unread.get(message.chat) ?? 0) + 1); showChats(); }
    return;
  }
  $('empty').hidden = true;
  if (follow) toBottom(); else if (live && !known) $('newest').hidden = false;
}

// A person sees their own private chat and the group; the owner's chat is offered to try what a forged client could do there.
function chatsOf(person) { return person === 'owner' ? ['owner', 'group'] : [person, 'group', 'owner']; }

function nameOf(chatName) {
  if (chatName === 'group') return '👥 Group ' + names.group;
  return chatName === actor() ? 'Private' : names[chatName] + '’s chat';
}

function showChats() {
  $('chats').replaceChildren(...chatsOf(actor()).map(chatName => {
    const tab = element('button', '', nameOf(chatName));
    tab.type = 'button';
    tab.dataset.chat = chatName;
    tab.setAttribute('aria-pressed', chatName === where);
    if (unread.get(chatName)) tab.append(element('b', '', unread.get(chatName)));
    tab.addEventListener('click', () => goTo(chatName));
    return tab;
  }));
}

function goTo(chatName) {
  where = chatName;
  unread.delete(chatName);
  let shown = 0;
  for (const item of items.values()) { item.hidden = item.dataset.chat !== where; shown += item.hidden ? 0 : 1; }
  $('empty').hidden = shown > 0;
  $('person').dataset.who = actor();
  $('warning').textContent = hints().join(' ');
  $('warning').hidden = !$('warning').textContent;
  showChats();
  toBottom();
}

function hints() {
  const told = [];
  if (actor() === 'stranger') told.push('You are a stranger who is on no allow-list: the bot must stay silent and do nothing.');
  if (actor() === 'viewer') told.push('You are a viewer: the desk’s settings decide what you may do.');
  if (where === 'owner' && actor() !== 'owner') told.push('In Telegram nobody else sees this chat: what you do here is what a forged client would do.');
  if (where === 'group') told.push('In a group the bot hears commands alone.' + (home === 'group' ? '' : ' The desk does not report to this one.'));
  return told;
}

function spin() {
  const busy = new Set();
  for (const press of presses.values()) busy.add(keyOf(press.messageId, press.data));
  for (const key of chat.querySelectorAll('.row button')) {
    const turning = busy.has(key.dataset.key);
    key.classList.toggle('busy', turning);
    key.setAttribute('aria-busy', turning);
  }
}

function toast(text) {
  const shown = element('div', 'toast', text);
  $('toasts').append(shown);
  setTimeout(() => shown.remove(), 4200);
}

function onPress(press) {
  if (press.answered || press.lost) {
    presses.delete(press.id);
    if (press.lost && press.from === actor()) toast('This press was lost: the bot did not take it within 150 seconds. Press again, or write the command.');
    if (press.answer && press.from === actor()) {
      if (press.alert) { $('alertText').textContent = press.answer; if (!$('alert').open) $('alert').showModal(); }
      else toast(press.answer);
    }
  } else if (!presses.has(press.id)) {
    presses.set(press.id, press);
    setTimeout(() => { if (presses.delete(press.id)) spin(); }, SPINNER_MS);
  }
  spin();
}

async function post(path, body) {
  try {
    const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    if (!answer.ok) toast((await answer.text()) || 'Refused (' + answer.status + ').');
    return answer.ok;
  } catch {
    toast('The simulator does not answer. Is it still running?');
    return false;
  }
}

function press(messageId, data) { return post('/chat/press', { user: actor(), messageId, data }); }

async function say(text) {
  if (!text.trim()) return;
  input.value = '';
  offer();
  if (!await post('/chat/say', { user: actor(), chat: where, text })) input.value = text;
  toBottom();
}

function offer(all) {
  const typed = input.value;
  const fit = all ? commands : typed.startsWith('/') && !typed.includes(' ')
    ? commands.filter(line => ('/' + line.command).startsWith(typed)) : [];
  commandList.replaceChildren(...fit.map(line => {
    const item = element('li'), button = element('button');
    button.type = 'button';
    button.append(element('b', '', '/' + line.command), element('span', '', line.description));
    button.addEventListener('click', () => { input.value = '/' + line.command + ' '; offer(); input.focus(); });
    item.append(button);
    return item;
  }));
  chosen = -1;
  commandList.hidden = fit.length === 0;
}

function choose(step) {
  const lines = [...commandList.children];
  if (commandList.hidden || lines.length === 0) return false;
  chosen = (chosen + step + lines.length) % lines.length;
  lines.forEach((line, place) => line.classList.toggle('chosen', place === chosen));
  lines[chosen].scrollIntoView({ block: 'nearest' });
  return true;
}

function setClock(clock) { $('time').textContent = clock.time; $('date').textContent = clock.date; }

function setCommands(list) {
  commands = list;
  $('menu').disabled = list.length === 0;
  $('menu').title = list.length ? 'Commands' : 'The bot has set no commands';
}

function setState(text, off) { $('state').textContent = text; $('state').classList.toggle('off', off); }

const events = new EventSource('/chat/events');
const on = (name, act) => events.addEventListener(name, event => act(JSON.parse(event.data)));
events.addEventListener('error', () => setState('connection lost, trying again…', true));
on('snapshot', snapshot => {
  Object.assign(names, { bot: snapshot.bot, owner: snapshot.owner, viewer: snapshot.viewer, stranger: snapshot.stranger, group: snapshot.group });
  home = snapshot.home;
  $('bot').textContent = snapshot.bot;
  $('avatar').textContent = snapshot.bot.slice(0, 1).toUpperCase();
  for (const option of $('person').options) option.textContent = names[option.value];
  setState('bot · simulated Telegram', false);
  setClock(snapshot.clock);
  setCommands(snapshot.commands);
  const present = new Set(snapshot.messages.map(message => message.id));
  for (const [id, item] of items) if (!present.has(id)) { item.remove(); items.delete(id); }
  presses.clear();
  snapshot.messages.forEach(message => show(message, false));
  snapshot.presses.forEach(onPress);
  goTo(where ?? home);
});
on('message', message => show(message, true));
on('removed', id => { items.get(id)?.remove(); items.delete(id); });
on('press', onPress);
on('commands', setCommands);
on('clock', setClock);

$('form').addEventListener('submit', event => { event.preventDefault(); say(input.value); });
$('menu').addEventListener('click', () => { if (commandList.hidden) offer(true); else offer(); input.focus(); });
$('newest').addEventListener('click', toBottom);
chat.addEventListener('scroll', () => { if (atBottom()) $('newest').hidden = true; });
chat.addEventListener('click', event => { const spoiler = event.target.closest('.spoiler'); if (spoiler) spoiler.classList.toggle('open'); });
input.addEventListener('input', () => offer());
input.addEventListener('keydown', event => {
  if (event.key === 'ArrowDown' && choose(1) || event.key === 'ArrowUp' && choose(-1)) event.preventDefault();
  else if ((event.key === 'Enter' || event.key === 'Tab') && chosen >= 0 && !commandList.hidden) {
    event.preventDefault();
    commandList.children[chosen].firstChild.click();
  } else if (event.key === 'Escape') { commandList.hidden = true; }
});
$('person').addEventListener('change', () => {
  $('toasts').replaceChildren();
  goTo(where === 'group' ? 'group' : actor());
});

function theme(name) { document.documentElement.dataset.theme = name; }
const dark = matchMedia('(prefers-color-scheme: dark)');
theme(localStorage.getItem('theme') ?? (dark.matches ? 'dark' : 'light'));
dark.addEventListener('change', () => { if (!localStorage.getItem('theme')) theme(dark.matches ? 'dark' : 'light'); });
$('theme').addEventListener('click', () => {
  const next = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
  localStorage.setItem('theme', next);
  theme(next);
});
