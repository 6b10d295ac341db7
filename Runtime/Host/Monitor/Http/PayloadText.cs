using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Workflows.Runtime.Host.Monitor.Http;

/// <summary>A whole payload as an answer. It is hostile: plain text, whatever it looks like.</summary>
internal static class PayloadText
{
    public static IResult Of(MonitorRequest request, string? payload, string fileName)
    {
        if (payload is null)
        {
            throw Host.Http.RefusedException.NotFound("There is no such payload.");
        }

        if (request.Flag("download", absent: false))
        {
            Attach(request.Http, fileName);
        }

        return TypedResults.Text(payload, MediaTypeNames.Text.Plain, Encoding.UTF8);
    }

    /// <summary>Has a browser save the answer. Of the name only what every file system takes is left.</summary>
    public static void Attach(HttpContext http, string fileName)
    {
        string safe = new([.. fileName.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')]);
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{Cutting.To(safe, 120)}\"";
    }
}
