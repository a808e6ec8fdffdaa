using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Identity;
using ExitDesk.Engine.Ports.Ledger;

namespace ExitDesk.Engine.Adapters.Tables;

/// <summary>Tells the failures of the storage apart.</summary>
internal static class TableFailures
{
    /// <summary>True for all that storage, network or identity may do to a call, and for the end of our patience with it.</summary>
    public static bool IsOfStorage(Exception e) =>
        e is RequestFailedException or AuthenticationFailedException or OperationCanceledException or IOException or HttpRequestException
        || (e is AggregateException several && several.InnerExceptions.All(IsOfStorage));

    /// <summary>True if a row was not as the change wanted it: the whole transaction then did nothing.</summary>
    public static bool IsConflict(TableTransactionFailedException e) =>
        e.Status == 412 || IsExisting(e) || IsAbsent(e);

    /// <summary>True if the row is there already.</summary>
    public static bool IsExisting(RequestFailedException e) =>
        e.Status == 409 && Is(e, TableErrorCode.EntityAlreadyExists);

    /// <summary>True if the row is not there; a missing table is another matter.</summary>
    public static bool IsAbsent(RequestFailedException e) =>
        e.Status == 404 && (Is(e, TableErrorCode.ResourceNotFound) || Is(e, TableErrorCode.EntityNotFound));

    /// <summary>True if the whole table is gone.</summary>
    public static bool IsTableAbsent(Exception e) =>
        e is RequestFailedException { Status: 404 } failed && Is(failed, TableErrorCode.TableNotFound);

    /// <summary>True if the request itself was wrong, as one too large: no repeat will help.</summary>
    public static bool IsBug(RequestFailedException e) => e.Status is 400 or 413;

    public static LedgerUnavailableException Unavailable(string what, Exception e) => new($"{what}: {Describe(e)}", e);

    /// <summary>In one line, without headers and bodies.</summary>
    public static string Describe(Exception e) => e switch
    {
        RequestFailedException { Status: > 0 } failed => $"the storage answered {failed.Status} {failed.ErrorCode}".TrimEnd(),
        OperationCanceledException => "the wait for the storage ended without an answer",
        AuthenticationFailedException => $"no token for the storage: {FirstLine(e)}",
        _ => $"no answer from the storage: {FirstLine(e)}",
    };

    private static string FirstLine(Exception e) => e.Message.Split('\n')[0].TrimEnd();

    // Compared as text: an answer without a code is no TableErrorCode.
    private static bool Is(RequestFailedException e, TableErrorCode code) => e.ErrorCode == code.ToString();
}
