using System.Globalization;

namespace ExitDesk.Simulator.Venue;

/// <summary>Each refusal with its HTTP status and code, as Alpaca answers them [docs.alpaca.markets/docs/options-trading, read 2026-11].</summary>
public static class Refusals
{
    public static Refusal Malformed(string message) => new(422, 40010001, message);

    public static Refusal Unprocessable(string message) => new(422, 42210000, message);

    public static Refusal SubPenny(decimal limit) => Unprocessable(string.Create(
        CultureInfo.InvariantCulture,
        $"invalid limit_price {limit}. sub-penny increment does not fulfill minimum pricing criteria"));

    public static Refusal StockLeg(string symbol) =>
        Unprocessable($"asset \"{symbol}\" is not an option contract: equity legs are not supported in multi-leg orders");

    public static Refusal MixedUnderlyings => Unprocessable("all legs of a multi-leg order must have the same underlying");

    public static Refusal MixedMultipliers =>
        Unprocessable("all legs of a multi-leg order must deliver the same number of shares");

    public static Refusal LegAlone => Unprocessable("a leg cannot be canceled or replaced alone: use the order it belongs to");

    public static Refusal PackageNotReplaceable => Unprocessable("multi-leg orders cannot be replaced: cancel and send a new one");

    public static Refusal DuplicateClientOrderId => new(422, 40010001, "client_order_id must be unique");

    public static Refusal MarketClosed =>
        Unprocessable("options market orders are only allowed during market hours");

    public static Refusal InstructedTooLate =>
        Unprocessable("exercise instructions are not accepted between market close and midnight");

    public static Refusal NoOptions => new(403, 40310000, "account not authorized to trade options");

    public static Refusal NoLongOptions => new(403, 40310000, "account not eligible to trade long option contracts");

    public static Refusal NoSpreads => new(403, 40310000, "account not eligible to trade spreads or uncovered contracts");

    public static Refusal Flat => new(404, 40410000, "position does not exist");

    public static Refusal Uncovered => new(403, 40310000, "account not eligible to trade uncovered option contracts");

    public static Refusal NoShortStock => new(403, 40310000, "account is not allowed to short");

    public static Refusal WashTrade(VenueOrder opposite) => new(
        403,
        40310000,
        $"potential wash trade detected: order {opposite.Id} stands on the opposite side");

    public static Refusal OppositeOpening(VenueOrder opposite) => new(
        403,
        40310000,
        opposite.Side == OrderSide.Buy
            ? $"cannot open a short sell while a long buy order is open: {opposite.Id}"
            : $"cannot open a long buy while a short sell order is open: {opposite.Id}");

    public static Refusal UnknownOrder(string id) => new(404, 40410000, $"order not found for {id}");

    public static Refusal UnknownAsset(string symbol) => Unprocessable($"asset \"{symbol}\" not found");

    public static Refusal Expired(string symbol) => Unprocessable($"contract \"{symbol}\" is expired");

    public static Refusal NotListed(string symbol) => Unprocessable($"contract \"{symbol}\" is not active");

    public static Refusal NoQuote => new(
        403, 40310000, "order has been rejected due to no available quote for symbol. please reenter with a limit");

    public static Refusal LiquidationOnly(string symbol) =>
        Unprocessable($"asset \"{symbol}\" is a non-standard contract: it can only be liquidated");

    public static Refusal ExpiresSoon(string symbol, PositionIntent intent) => Unprocessable(
        intent.Closes()
            ? $"contract \"{symbol}\" expires soon, unable to accept orders"
            : $"contract \"{symbol}\" expires soon, unable to open new positions");

    public static Refusal IntentMismatch(PositionIntent inferred, PositionIntent specified) => Unprocessable(
        $"position intent mismatch, inferred: {inferred.Word()}, specified: {specified.Word()}");

    public static Refusal NotCancelable(OrderStatus status) => Unprocessable($"order is already in \"{status.Word()}\" state");

    public static Refusal NotReplaceable(OrderStatus status) =>
        Unprocessable($"unable to replace order in \"{status.Word()}\" state");

    public static Refusal InsufficientQuantity(HeldQuantity held, int requested) => new(
        403, 40310000, $"insufficient qty available for order (requested: {requested}, available: {held.Available})", held);

    /// <summary>Too little for an order in options: premium, or the width of a spread less its credit.</summary>
    public static Refusal InsufficientOptionsBuyingPower(decimal required, decimal available) => Insufficient(
        $"insufficient options buying power ({Figures(required, available)})",
        new Shortfall(required, available, "cost_basis", "options_buying_power"));

    public static Refusal InsufficientForPut(decimal required, decimal available) => Insufficient(
        $"insufficient options buying power for cash-secured put ({Figures(required, available)})",
        new Shortfall(required, available, "required_options_buying_power", "buying_power"));

    /// <summary>Too little for an order in a stock.</summary>
    public static Refusal InsufficientBuyingPower(decimal required, decimal available) =>
        Insufficient("insufficient buying power", new Shortfall(required, available, "cost_basis", "buying_power"));

    private static Refusal Insufficient(string message, Shortfall shortfall) => new(403, 40310000, message, Shortfall: shortfall);

    private static string Figures(decimal required, decimal available) =>
        string.Create(CultureInfo.InvariantCulture, $"required: {required:0.##}, available: {available:0.##}");
}
