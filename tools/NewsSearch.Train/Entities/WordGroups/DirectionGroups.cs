using System.Numerics;

namespace NewsSearch.Train.Entities.WordGroups;

/// <summary>Directions -> groups of those that point alike; the same on every machine.</summary>
/// <remarks>Source: Dhillon and Modha 2001, spherical k-means.</remarks>
internal static class DirectionGroups
{
    private const int Rounds = 20;

    /// <summary>For each direction, the number of its group.</summary>
    public static int[] Of(IReadOnlyList<int[]> directions, int count)
    {
        int[] order = [.. Enumerable.Range(0, directions.Count)];
        new Shuffler(1).Shuffle(order);
        int[][] middles = [.. order.Take(count).Select(number => directions[number])];
        var groups = new int[directions.Count];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < groups.Length; i++) groups[i] = Nearest(directions[i], middles);
            var sums = Array.ConvertAll(middles, _ => new double[WordVectors.Dimensions]);
            for (var i = 0; i < groups.Length; i++)
            {
                for (var dimension = 0; dimension < WordVectors.Dimensions; dimension++) sums[groups[i]][dimension] += directions[i][dimension];
            }
            middles = Array.ConvertAll(sums, sum => WordVectors.Direction(sum));
        }
        return groups;
    }

    private static int Nearest(int[] direction, int[][] middles)
    {
        var (best, most) = (0, int.MinValue);
        for (var group = 0; group < middles.Length; group++)
        {
            var product = Product(direction, middles[group]);
            if (product > most) (best, most) = (group, product);
        }
        return best;
    }

    /// <summary>Whole numbers, so that the number of lanes makes no difference.</summary>
    private static int Product(int[] a, int[] b)
    {
        var lanes = Vector<int>.Zero;
        var i = 0;
        for (; i + Vector<int>.Count <= a.Length; i += Vector<int>.Count) lanes += new Vector<int>(a, i) * new Vector<int>(b, i);
        var sum = Vector.Sum(lanes);
        for (; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
