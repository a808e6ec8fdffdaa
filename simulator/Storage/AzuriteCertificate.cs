namespace ExitDesk.Simulator.Storage;

/// <summary>Paths of a certificate and its key, both PEM.</summary>
public sealed record AzuriteCertificate(string CertificatePath, string KeyPath);
