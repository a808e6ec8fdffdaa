using System.Buffers;
using System.Globalization;
using System.IO.Compression;

namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>Hands out the files of a zip archive one after the other, each in a borrowed buffer.</summary>
internal static class CorpusArchive
{
    /// <summary>A year of hour bars of a busy underlying has some 5,000 contracts.</summary>
    private const int MostEntries = 50_000;

    /// <summary>A day of minute rows is under 50 kB, thirty years of hour rows 2 MB.</summary>
    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>Takes one file.</summary>
    /// <param name="name">Its name in the archive.</param>
    /// <param name="place">Its name in problems.</param>
    /// <param name="text">Its content, valid during the call.</param>
    public delegate void Take(string name, string place, ReadOnlySpan<byte> text);

    /// <summary>Reads every file; what cannot be read is told and passed over.</summary>
    public static void Read(string path, CorpusProblems problems, Take take)
    {
        var archiveName = Path.GetFileName(path);
        try
        {
            using var archive = ZipFile.OpenRead(path);
            if (archive.Entries.Count > MostEntries)
            {
                problems.Add(archiveName,
                    Text($"{archive.Entries.Count} files"), Text($"at most {MostEntries} are read; split it by date"));
                return;
            }

            foreach (var entry in archive.Entries)
            {
                ReadEntry(entry, $"{archiveName}!{entry.FullName}", problems, take);
            }
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            problems.Add(archiveName, failure.Message, "fetch the archive again, or let this user read it");
        }
    }

    private static void ReadEntry(ZipArchiveEntry entry, string place, CorpusProblems problems, Take take)
    {
        // The declared length may lie: the buffer ends one byte past the limit, and reading stops there.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(entry.Length, 0, MostBytes) + 1);
        try
        {
            using var content = entry.Open();
            var length = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (entry.Length > MostBytes || length > entry.Length)
            {
                problems.Add(place, "longer than it says, or than 16 MiB", "a file holds one symbol and one day, or hours");
                return;
            }

            take(entry.FullName, place, buffer.AsSpan(0, length));
        }
        catch (InvalidDataException failure)
        {
            problems.Add(place, failure.Message, "fetch the archive again");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
