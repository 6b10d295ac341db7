using Workflows.Runtime.Engine.Inspection;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>Who is above an instance, and who below.</summary>
internal sealed record FamilyTree(IReadOnlyList<InstanceRef> Ancestors, FamilyNode Node)
{
    private const int MostChildren = 200;
    private const int MostNodes = 2000;

    public static FamilyTree Of(JournalSession session, InstanceRecord head, int depth, DateTimeOffset now)
    {
        int left = MostNodes;
        long children = InstanceFamily.CountChildren(session, head.Id).Values.Sum();
        return new FamilyTree([.. InstanceFamily.Ancestors(session, head).Select(InstanceRef.Of)], NodeOf(session, new FamilyMember(head, children), depth, now, ref left));
    }

    private static FamilyNode NodeOf(JournalSession session, FamilyMember member, int depth, DateTimeOffset now, ref int left)
    {
        List<FamilyNode> below = [];
        if (depth > 0 && member.ChildCount > 0 && left > 0)
        {
            foreach (FamilyMember child in InstanceFamily.Children(session, member.Head.Id, Math.Min(MostChildren, left), null))
            {
                left--;
                below.Add(NodeOf(session, child, depth - 1, now, ref left));
            }
        }

        InstanceRecord head = member.Head;
        return new FamilyNode
        {
            Id = head.Id,
            Name = head.Name,
            Status = head.Status.ToString(),
            Created = head.Created,
            Completed = head.Completed,
            DurationSeconds = InstanceItem.Duration(head, now),
            ChildCount = member.ChildCount,
            Children = below.Count == 0 ? null : below,
        };
    }
}
