namespace Azure.Data.Tables.Wire;

/// <summary>The answer to a read of a row that is not there.</summary>
internal sealed class NoValueResponse<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("There is no value: the row does not exist. Check HasValue first.");

    public override Response GetRawResponse() => response;
}
