/**
 * Words that open sentences, and so carry a capital that says nothing: function words of English,
 * and the adverbs, participles and common nouns that news prose begins with.
 */
export const OPENING_WORDS: ReadonlySet<string> = new Set(
	`
	a an the this that these those it its it's he she they we you i his her hers their theirs our ours my your who whom
	whose which what when where why how whether there here then thus hence so and but or nor yet for if unless until till
	while whilst although though even because since as at by from in into inside on onto of off out over to toward
	towards under underneath up upon with within without about above across after against along alongside amid amidst
	among amongst around before behind below beneath beside besides between beyond concerning considering despite down
	during except excluding following given including like minus near next opposite outside past per plus regarding
	than through throughout versus via not no none nothing nobody never neither either both each every everyone everybody
	everything any anyone anybody anything some someone somebody something somewhere all many much more most few fewer
	several less least another other others such same own only just also too very quite rather indeed perhaps maybe
	please let let's is isn't are aren't was wasn't were weren't be been being am do does did don't doesn't didn't have
	has had haven't hasn't hadn't can can't cannot could couldn't will won't would wouldn't shall should shouldn't may
	might must mustn't ought
	however meanwhile moreover furthermore additionally nevertheless nonetheless therefore otherwise instead still already
	again once twice often sometimes usually generally overall finally eventually initially originally previously
	currently presently recently lately later earlier soon today yesterday tomorrow tonight now ago always ever
	according asked based citing quoting speaking writing responding referring commenting saying adding noting
	calling looking going using taking making having being getting following depending owing due thanks
	apparently clearly obviously certainly surely probably possibly presumably reportedly allegedly supposedly officially
	unfortunately fortunately sadly luckily hopefully interestingly importantly significantly notably surprisingly
	remarkably ironically strangely specifically particularly especially mostly mainly largely partly entirely
	fully hardly barely nearly almost approximately roughly exactly precisely simply merely basically essentially
	actually really truly literally honestly frankly seriously similarly likewise conversely accordingly consequently
	subsequently simultaneously immediately suddenly quickly slowly quietly together separately independently
	publicly privately internationally nationally locally globally politically economically historically traditionally
	one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
	nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
	billion billions dozens dozen scores half first second third last
	new old big small great good better best bad worse worst high low long short early late young next previous current
	former recent local national international regional federal state public private own major minor senior top key main
	official officials police authorities government governments residents people men women children students workers
	voters critics supporters opponents experts analysts scientists researchers doctors prosecutors lawyers investigators
	witnesses victims families relatives friends neighbors neighbours rescuers firefighters soldiers troops militants
	rebels protesters protestors demonstrators activists lawmakers legislators politicians leaders members sources reports
	reporters journalists media news opinion analysis comment comments correction update updated breaking exclusive
	image images photo photos picture pictures video watch read listen click subscribe share follow advertisement
	copyright source file story stories note editor's editors page section chapter part
	yes oh ah well ok okay hey hello hi goodbye thank thanks sorry wow right wrong sure
	business world life death war peace time times day days week weeks month months year years morning afternoon evening
	night weather sports health education science technology culture money oil gas water food fire
	nobody's everyone's today's yesterday's tomorrow's that's there's here's what's who's he's she's it's we're they're
	you're i'm we've they've i've you've we'll they'll i'll
	president minister senator governor mayor judge justice secretary chairman director chief general
	neighboring neighbouring unlike once whatever whenever wherever whoever asked among pending barring
	`
		.trim()
		.split(/\s+/),
);
