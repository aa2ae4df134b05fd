namespace NewsSearch.Ingest.Quotes.Choosing;

/// <summary>A marked stretch in its sentence.</summary>
/// <param name="At">Number of its token.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Before">How many other stretches of the sentence stand before it.</param>
/// <param name="Place">0 where the sentence is nothing but marked stretches, 1 where the stretch begins it, else 2: what is added to the first of three cues.</param>
internal readonly record struct Stretch(int At, QuoteSentence Sentence, int Before, int Place)
{
    public bool IsAlone => Place == 0;
}

/// <summary>What the text around a sentence tells of who may speak in it.</summary>
/// <param name="Here">Who spoke last in the paragraph.</param>
/// <param name="Above">Who spoke last in the paragraph above, where nobody did in this one.</param>
/// <param name="Last">Who spoke last or was a sentence's subject.</param>
/// <param name="Subject">Whom the sentence before in the paragraph is about, where nobody spoke in it.</param>
/// <param name="Next">Who says the quotation that the next sentence begins with.</param>
/// <param name="Below">Whose name stands below the paragraph.</param>
internal readonly record struct Surroundings(Speaker? Here, Speaker? Above, Speaker? Last, Speaker? Subject, Speaker? Next, Speaker? Below);
