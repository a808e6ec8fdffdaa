namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>Walks over the rows of a CSV file without copying it. Blank lines are passed over but counted.</summary>
internal ref struct RowCursor(ReadOnlySpan<byte> text, Span<Range> fields)
{
    private readonly Span<Range> _fields = fields;
    private ReadOnlySpan<byte> _rest = text;
    private ReadOnlySpan<byte> _row;

    /// <summary>Line of the current row, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Columns of the current row, also those beyond the ones that can be asked for.</summary>
    public int Count { get; private set; }

    public readonly ReadOnlySpan<byte> this[int column] => _row[_fields[column]];

    public bool MoveNext()
    {
        while (!_rest.IsEmpty)
        {
            var end = _rest.IndexOf((byte)'\n');
            _row = (end < 0 ? _rest : _rest[..end]).TrimEnd((byte)'\r');
            _rest = end < 0 ? [] : _rest[(end + 1)..];
            Line++;
            if (!_row.IsEmpty)
            {
                Split();
                return true;
            }
        }

        return false;
    }

    private void Split()
    {
        Count = 0;
        for (var start = 0; start <= _row.Length;)
        {
            var length = _row[start..].IndexOf((byte)',');
            var end = length < 0 ? _row.Length : start + length;
            if (Count < _fields.Length)
            {
                _fields[Count] = start..end;
            }

            Count++;
            start = end + 1;
        }
    }
}
