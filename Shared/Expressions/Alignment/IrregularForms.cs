namespace Workflows.Shared.Expressions.Alignment;

/// <summary>English words whose forms no rule makes.</summary>
internal static class IrregularForms
{
    private const string Rows =
        """
        be am is are was were been being
        have has had having
        do does did done doing
        go goes went gone going
        say said
        make made
        take took taken
        come came
        see saw seen
        know knew known
        get got gotten getting
        give gave given
        find found
        think thought
        tell told
        become became
        leave left leaves
        live lives
        feel felt
        put putting
        bring brought
        begin began begun beginning
        keep kept
        hold held
        write wrote written writing
        stand stood
        hear heard
        let letting
        mean meant
        set setting
        meet met
        run ran running
        pay paid
        sit sat sitting
        speak spoke spoken
        lie lay lain lying
        lead led
        grow grew grown
        lose lost
        fall fell fallen
        send sent
        build built
        understand understood
        draw drew drawn
        break broke broken
        spend spent
        cut cutting
        rise rose risen
        drive drove driven
        buy bought
        wear wore worn
        choose chose chosen
        throw threw thrown
        catch caught
        deal dealt
        win won winning
        forget forgot forgotten
        eat ate eaten
        drink drank drunk
        sleep slept
        sing sang sung
        swim swam swum
        ring rang rung
        fly flew flown flies
        hide hid hidden
        ride rode ridden
        shake shook shaken
        steal stole stolen
        wake woke woken
        freeze froze frozen
        bite bit bitten
        blow blew blown
        beat beaten
        teach taught
        fight fought
        seek sought
        sell sold
        shoot shot
        stick stuck
        strike struck
        swing swung
        hang hung
        dig dug
        spin spun
        cling clung
        swear swore sworn
        tear tore torn
        bear bore borne born
        bend bent
        lend lent
        burn burnt
        learn learnt
        dream dreamt
        lay laid
        light lit
        shut shutting
        hit hitting
        quit quitting
        bet betting
        slide slid
        wind wound
        bind bound
        feed fed
        flee fled
        agree agreed
        free freed
        bleed bled
        breed bred
        speed sped
        shine shone
        sink sank sunk
        shrink shrank shrunk
        spring sprang sprung
        stink stank stunk
        sweep swept
        weep wept
        creep crept
        leap leapt
        use used using uses
        die dies died dying
        tie ties tied tying
        can could
        will would wo
        shall should sha
        may might
        good better best
        bad worse worst
        child children
        man men
        woman women
        foot feet
        tooth teeth
        mouse mice
        life lives
        wife wives
        knife knives
        leaf leaves
        half halves
        """;

    private static readonly ILookup<string, string> Bases = Rows.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(row => row.Split(' '))
        .SelectMany(row => row.Skip(1).Select(form => (Form: form, Base: row[0])))
        .ToLookup(entry => entry.Form, entry => entry.Base, StringComparer.Ordinal);

    /// <summary>The words of which this is a form; most often none or one.</summary>
    public static IEnumerable<string> BasesOf(string word) => Bases[word];
}
