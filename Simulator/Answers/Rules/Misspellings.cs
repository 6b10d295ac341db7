namespace Workflows.Simulator.Answers.Rules;

/// <summary>Words that are often misspelled, in prose and inside names.</summary>
internal static class Misspellings
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["recieve"] = "receive", ["recieved"] = "received", ["reciever"] = "receiver", ["seperate"] = "separate", ["seperator"] = "separator", ["seperated"] = "separated",
        ["occured"] = "occurred", ["occurence"] = "occurrence", ["occuring"] = "occurring", ["definately"] = "definitely", ["succesful"] = "successful",
        ["successfull"] = "successful", ["succesfully"] = "successfully", ["sucess"] = "success", ["lenght"] = "length", ["heigth"] = "height", ["widht"] = "width",
        ["paramter"] = "parameter", ["paramater"] = "parameter", ["arguement"] = "argument", ["enviroment"] = "environment", ["dependancy"] = "dependency",
        ["independant"] = "independent", ["existant"] = "existent", ["refered"] = "referred", ["transfered"] = "transferred", ["begining"] = "beginning", ["calender"] = "calendar",
        ["comparision"] = "comparison", ["accross"] = "across", ["adress"] = "address", ["wether"] = "whether", ["acces"] = "access", ["accomodate"] = "accommodate",
        ["aquire"] = "acquire", ["wich"] = "which", ["becuase"] = "because", ["teh"] = "the", ["fucntion"] = "function", ["funtion"] = "function", ["retrun"] = "return",
        ["langauge"] = "language", ["mesage"] = "message", ["messsage"] = "message", ["neccessary"] = "necessary", ["necesary"] = "necessary", ["overriden"] = "overridden",
        ["persistant"] = "persistent", ["priviledge"] = "privilege", ["reponse"] = "response", ["responce"] = "response", ["resouce"] = "resource", ["similiar"] = "similar",
        ["threshhold"] = "threshold", ["tommorow"] = "tomorrow", ["unkown"] = "unknown", ["usefull"] = "useful", ["valididate"] = "validate", ["verison"] = "version",
        ["cancelation"] = "cancellation", ["initalize"] = "initialize", ["intialize"] = "initialize", ["implmentation"] = "implementation", ["inital"] = "initial",
        ["destory"] = "destroy", ["deafult"] = "default", ["defualt"] = "default", ["exeception"] = "exception", ["exsits"] = "exists", ["availible"] = "available",
        ["managment"] = "management", ["maintainance"] = "maintenance", ["writting"] = "writing", ["explicitely"] = "explicitly", ["immediatly"] = "immediately",
    };

    /// <summary>The first misspelled word of a text; words inside names in camel case or snake case count.</summary>
    public static (string Wrong, string Right)? Find(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var letter = i < text.Length && char.IsAsciiLetter(text[i]);
            var newWord = letter && start >= 0 && char.IsAsciiLetterUpper(text[i]) && !char.IsAsciiLetterUpper(text[i - 1]);
            if (start >= 0 && (!letter || newWord))
            {
                if (Words.TryGetValue(text[start..i], out var right))
                {
                    return (text[start..i], right);
                }

                start = -1;
            }

            if (letter && start < 0)
            {
                start = i;
            }
        }

        return null;
    }
}
