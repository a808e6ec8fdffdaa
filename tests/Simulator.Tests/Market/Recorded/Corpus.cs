using System.IO.Compression;

namespace ExitDesk.Simulator.Tests.Market.Recorded;

/// <summary>A folder of recorded data made for one test and removed after it: XYZ on 23 December 2015.</summary>
internal sealed class Corpus : IDisposable
{
    public const string OptionZip = "option/usa/minute/xyz/20151223_quote_american.zip";
    public const string TradeZip = "equity/usa/minute/xyz/20151223_trade.zip";
    public const string Call = "20151223_xyz_minute_quote_american_call_500000_20151224.csv";
    public const string Trades = "20151223_xyz_minute_trade.csv";
    public const string QuoteRow = "34200000,10000,10000,10000,10000,5,11000,11000,11000,11000,7\n";
    public const string TradeRow = "34200000,500000,500000,500000,500000,100\n";

    public string Folder { get; } = Directory.CreateTempSubdirectory("exitdesk-corpus-").FullName;

    public static Corpus With(string quotes, string trades = TradeRow) =>
        new Corpus().Put(OptionZip, (Call, quotes)).Put(TradeZip, (Trades, trades));

    public Corpus Put(string path, params (string Name, string Text)[] files)
    {
        using var archive = new ZipArchive(File.Create(PathTo(path)), ZipArchiveMode.Create);
        foreach (var (name, text) in files)
        {
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(text);
        }

        return this;
    }

    public Corpus PutBytes(string path, byte[] bytes)
    {
        File.WriteAllBytes(PathTo(path), bytes);
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string PathTo(string path)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return full;
    }
}
