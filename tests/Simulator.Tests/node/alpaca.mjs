// Alpaca's own client, generated from the broker's published specification, against the simulated broker.
import assert from 'node:assert/strict';
import { Alpaca, trading, NotFoundError, PermissionError, RateLimitError, ValidationError } from '@alpacahq/alpaca-trade-api';
import { ask, done } from './ask.mjs';

const [tradingApi, dataApi, keyId, secret] = process.argv.slice(2);
const hosts = { 'https://paper-api.alpaca.markets': tradingApi, 'https://data.alpaca.markets': dataApi };
const alpaca = new Alpaca({
  keyId, secret, retry: false, rateLimit: false, timeoutMs: 0,
  fetchApi: (url, init) => {
    const { origin, pathname, search } = new URL(url);
    assert.ok(hosts[origin], `${origin} is not a host of the broker`);
    return fetch(hosts[origin] + pathname + search, init);
  },
});
const { account, accountActivities, assets, calendar, clock, orders, positions } = alpaca.trading;
const call = 'GOOG261218C00100000', put = 'GOOG261218P00095000', lowPut = 'GOOG261218P00090000';

// Whatever the client read as a date is one, and whatever has a list of words is one of them.
const words = { status: trading.OrderStatus, type: trading.OrderType, orderClass: trading.OrderClass, side: trading.OrderSide,
  positionIntent: trading.PositionIntent, timeInForce: trading.TimeInForce, assetClass: trading.AssetClass };
function sound(value, where = '') {
  if (value instanceof Date) assert.ok(!Number.isNaN(value.getTime()), `${where} is no date`);
  else if (value && typeof value === 'object') for (const [name, part] of Object.entries(value)) sound(part, `${where}.${name}`);
  return value;
}
function soundOrder(order) {
  sound(order, 'order');
  for (const [name, known] of Object.entries(words)) {
    // A multi-leg order has empty texts where its legs differ.
    if (order[name]) assert.ok(Object.values(known).includes(order[name]), `${name}: ${order[name]}`);
  }
  for (const name of ['id', 'clientOrderId', 'status', 'createdAt', 'submittedAt', 'qty', 'filledQty']) assert.ok(order[name] !== undefined, name);
  return order;
}
async function refused(action, kind, status, code, message) {
  const error = await action().then(answer => `granted ${JSON.stringify(answer)}`, error => error);
  assert.ok(error instanceof kind, `${kind.name} ${message}, not ${error}`);
  assert.deepEqual([error.status, error.code], [status, code]);
  assert.match(error.message, message);
  assert.ok(error.requestId, 'X-Request-ID');
  return error;
}

const before = sound(await account.getAccount());
assert.deepEqual([before.status, before.cash, before.optionsBuyingPower, before.optionsTradingLevel, before.optionsApprovedLevel, before.shortingEnabled],
  ['ACTIVE', '99000', '99000', 3, 3, false]);

const held = sound(await positions.getAllOpenPositions());
assert.deepEqual(held.map(position => [position.symbol, position.qty, position.side, position.assetClass]),
  [['GOOG', '100', 'long', 'us_equity'], [call, '3', 'long', 'us_option']].sort());
const one = await positions.getOpenPosition({ symbolOrAssetId: call });
assert.deepEqual([one.avgEntryPrice, one.costBasis, one.marketValue, one.unrealizedPl, one.qtyAvailable], ['1', '300', '315', '15', '3']);
assert.equal((await positions.getOpenPosition({ symbolOrAssetId: one.assetId })).symbol, call);
await refused(() => positions.getOpenPosition({ symbolOrAssetId: put }), NotFoundError, 404, 40410000, /position does not exist/);

const now = sound(await clock.legacyClock());
assert.deepEqual([now.isOpen, now.timestamp.toISOString(), now.nextClose.toISOString(), now.nextOpen.toISOString()],
  [true, '2026-11-20T15:00:00.000Z', '2026-11-20T21:00:00.000Z', '2026-11-23T14:30:00.000Z']);
const days = sound(await calendar.legacyCalendar({ start: new Date('2026-11-20'), end: new Date('2026-11-30') }));
assert.deepEqual(days.map(day => [day.date.toISOString().slice(0, 10), day.open, day.close]),
  [['2026-11-20', '09:30', '16:00'], ['2026-11-23', '09:30', '16:00'], ['2026-11-27', '09:30', '13:00'], ['2026-11-30', '09:30', '16:00']]);
assert.equal(days[0].settlementDate.toISOString().slice(0, 10), '2026-11-23');

const contract = sound(await assets.getOptionContractSymbolOrId({ symbolOrId: call }));
assert.deepEqual([contract.strikePrice, contract.type, contract.multiplier, contract.underlyingSymbol], ['100', 'call', '100', 'GOOG']);
assert.ok((await assets.getOptionsContracts({ underlyingSymbols: 'GOOG', expirationDateGte: new Date('2026-12-01') })).optionContracts.length > 3);
assert.deepEqual((({ _class, tradable, shortable }) => [_class, tradable, shortable])(sound(await assets.getV2AssetsSymbolOrAssetId({ symbolOrAssetId: 'GOOG' }))), ['us_equity', true, true]);

// Orders: create, list, read, cancel, replace.
const entry = soundOrder(await orders.limit({ symbol: put, qty: 1, side: 'sell', limitPrice: '9.00', clientOrderId: 'entry-1', positionIntent: 'sell_to_open' }));
assert.deepEqual([entry.symbol, entry.side, entry.type, entry.limitPrice, entry.timeInForce, entry.orderClass, entry.positionIntent, entry.filledQty],
  [put, 'sell', 'limit', '9', 'day', 'simple', 'sell_to_open', '0']);
assert.equal((await account.getAccount()).optionsBuyingPower, '89500');
assert.equal(soundOrder(await orders.getOrderByClientOrderId({ clientOrderId: 'entry-1' })).id, entry.id);
assert.equal(soundOrder(await orders.getOrderByOrderID({ orderId: entry.id, nested: true })).clientOrderId, 'entry-1');
await ask('move 1');
assert.deepEqual((await orders.getAllOrders({ status: 'open', symbols: [put] })).map(order => soundOrder(order).status), ['new']);
assert.deepEqual(await orders.getAllOrders({ status: 'closed' }), []);
const moved = soundOrder(await orders.patchOrderByOrderId({ orderId: entry.id, patchOrderRequest: { limitPrice: '8.00', clientOrderId: 'entry-2' } }));
assert.deepEqual([moved.replaces, moved.limitPrice], [entry.id, '8']);
assert.equal((await orders.getOrderByOrderID({ orderId: entry.id })).status, 'replaced');
await orders.deleteOrderByOrderID({ orderId: moved.id });
assert.equal((await orders.getOrderByOrderID({ orderId: moved.id })).status, 'pending_cancel');
await ask('move 1');
assert.equal((await orders.getOrderByOrderID({ orderId: moved.id })).status, 'canceled');

// A vertical as one order: no symbol and no side above, legs below.
const vertical = soundOrder(await orders.postOrder({ postOrderRequest: { orderClass: 'mleg', qty: '1', type: 'limit', limitPrice: '-0.40', timeInForce: 'day', legs: [
  { symbol: put, ratioQty: '1', side: 'sell', positionIntent: 'sell_to_open' }, { symbol: lowPut, ratioQty: '1', side: 'buy', positionIntent: 'buy_to_open' }] } }));
assert.deepEqual([vertical.orderClass, vertical.symbol, vertical.limitPrice, vertical.legs.map(leg => [leg.symbol, leg.side, leg.positionIntent, leg.qty])],
  ['mleg', '', '-0.4', [[put, 'sell', 'sell_to_open', '1'], [lowPut, 'buy', 'buy_to_open', '1']]]);
assert.equal((await orders.getAllOrders({ status: 'open', nested: true })).length, 1);
assert.deepEqual((await orders.deleteAllOrders()).map(answer => [answer.id, answer.status]), [[vertical.id, 200]]);
await ask('move 1');

// What is refused, and with what.
const market = { type: 'market', timeInForce: 'day' };
const buy = { symbol: call, qty: '1', side: 'buy', ...market };
const send = request => () => orders.postOrder({ postOrderRequest: request });
await refused(send({ ...buy, clientOrderId: 'entry-1' }), ValidationError, 422, 40010001, /client_order_id must be unique/);
await refused(send({ ...buy, symbol: 'GOOG261218C00105000', side: 'sell', qty: '5' }), PermissionError, 403, 40310000, /account not eligible to trade uncovered option contracts/);
await refused(send({ ...buy, symbol: put, side: 'sell', qty: '11' }), PermissionError, 403, 40310000,
  /insufficient options buying power for cash-secured put \(required: 104500, available: 99000\)/);
await refused(send({ ...buy, symbol: put, side: 'sell', positionIntent: 'sell_to_close' }), ValidationError, 422, 42210000,
  /position intent mismatch, inferred: sell_to_open, specified: sell_to_close/);
await refused(send({ ...buy, symbol: 'SPY', side: 'sell' }), PermissionError, 403, 40310000, /account is not allowed to short/);
await refused(send({ ...buy, symbol: 'NONE' }), ValidationError, 422, 42210000, /asset "NONE" not found/);
await refused(() => orders.getOrderByClientOrderId({ clientOrderId: 'never' }), NotFoundError, 404, 40410000, /order not found for never/);
const stranger = new Alpaca({ keyId: 'PK', secret: 'x', retry: false, timeoutMs: 0, fetchApi: (url, init) => fetch(tradingApi + new URL(url).pathname, init) });
await refused(() => stranger.trading.account.getAccount(), PermissionError, 403, 40310000, /forbidden/);

// Closing: a part, then what is held twice, then all.
const part = soundOrder(await positions.deleteOpenPosition({ symbolOrAssetId: call, qty: 1 }));
assert.deepEqual([part.side, part.qty, part.type, part.positionIntent], ['sell', '1', 'market', 'sell_to_close']);
await ask('move 1');
assert.equal(soundOrder(await orders.getOrderByOrderID({ orderId: part.id })).filledAvgPrice, '1');
await orders.limit({ symbol: call, qty: 2, side: 'sell', limitPrice: 5 });
await refused(() => positions.deleteOpenPosition({ symbolOrAssetId: call }), PermissionError, 403, 40310000,
  /insufficient qty available for order \(requested: 2, available: 0\)/);
const all = sound(await positions.deleteAllOpenPositions({ cancelOrders: true }));
assert.deepEqual(all.map(answer => [answer.symbol, answer.status, answer.body.side]).sort(), [['GOOG', 200, 'sell'], [call, 200, 'sell']].sort());
await ask('move 1');
assert.deepEqual(await positions.getAllOpenPositions(), []);

// History.
const fills = sound(await accountActivities.getAccountActivities({ activityTypes: ['FILL'], direction: 'asc' }));
assert.deepEqual(fills.map(fill => [fill.activityType, fill.symbol, fill.side, fill.qty, fill.price, fill.type]),
  [['FILL', call, 'sell', '1', '1', 'fill'], ['FILL', call, 'sell', '2', '1', 'fill'], ['FILL', 'GOOG', 'sell', '100', '101.9', 'fill']]);
const page = await accountActivities.getAccountActivitiesByActivityType({ activityType: 'FILL', direction: 'asc', pageSize: 1, pageToken: fills[0].id });
assert.deepEqual(page.map(fill => fill.id), [fills[1].id]);

// Market data.
const { options, stocks } = alpaca.marketData;
const { snapshots } = sound(await options.optionSnapshots({ symbols: `${call},${put}`, feed: 'indicative' }));
assert.deepEqual([snapshots[call].latestQuote.bp, snapshots[call].latestQuote.ap, typeof snapshots[put].latestQuote.as], [1, 1.1, 'number']);
assert.deepEqual(Object.keys((await options.optionLatestQuotes({ symbols: `${call},${put}`, feed: 'opra' })).quotes).sort(), [call, put].sort());
const chain = sound(await options.optionChain({ underlyingSymbol: 'GOOG', feed: 'indicative', type: 'put', expirationDate: new Date('2026-12-18') }));
assert.deepEqual(Object.keys(chain.snapshots).sort(), [lowPut, put].sort());
assert.equal(sound(await stocks.stockLatestQuotes({ symbols: 'GOOG,SPY' })).quotes.GOOG.bp, 101.9);
assert.equal(sound(await stocks.stockSnapshots({ symbols: 'GOOG' })).GOOG.latestTrade.p, 102);
const tooMany = Array.from({ length: 101 }, (_, place) => `GOOG261218C${String(place + 1).padStart(8, '0')}`).join();
await refused(() => options.optionSnapshots({ symbols: tooMany }), ValidationError, 400, 40010000, /too many symbols/);

await ask('move 21600');
assert.equal((await clock.legacyClock()).isOpen, false);
await refused(send(buy), ValidationError, 422, 42210000, /options market orders are only allowed during market hours/);

// The minute's last call, and one more.
for (let left = Infinity; left > 0;) {
  const answer = await fetch(`${tradingApi}/v2/clock`, { headers: { 'APCA-API-KEY-ID': keyId, 'APCA-API-SECRET-KEY': secret } });
  left = Number(answer.headers.get('X-RateLimit-Remaining'));
}
const limited = await refused(() => clock.legacyClock(), RateLimitError, 429, 42910000, /rate limit exceeded/);
assert.deepEqual([limited.rateLimit.limit, limited.rateLimit.remaining], [200, 0]);
done();
