using Telegram.Bot.Types;

namespace Telegram.Bot.Requests;

/// <summary>The envelope of every answer: <c>{ok, result}</c> or <c>{ok, error_code, description, parameters}</c>.</summary>
internal sealed record ApiResponse<TResult>(
    bool Ok, TResult? Result, int ErrorCode, string? Description, ResponseParameters? Parameters);
