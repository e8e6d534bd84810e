#include "abbreviations.h"

#include "word_set.h"

namespace pullquote::tokens {
namespace {

constexpr auto kTitles =
    word_set("mr", "mrs", "ms", "messrs", "mx", "dr", "drs", "prof", "profs", "st", "ste", "sr", "sra", "fr", "rev",
             "revs", "hon", "gov", "govs", "sen", "sens", "rep", "reps", "gen", "lt", "col", "cmdr", "capt", "cpl",
             "sgt", "maj", "adm", "brig", "pvt", "pfc", "supt", "insp", "det", "ald", "amb", "pres", "atty", "asst",
             "mlle", "mme", "msgr", "mt", "ft", "cllr");
constexpr auto kInners =
    word_set("vs", "viz", "cf", "approx", "ca", "aka", "incl", "esp", "ie", "eg", "e.g", "i.e", "c.f");
constexpr auto kNumbers = word_set("no", "nos", "p", "pp", "vol", "vols", "fig", "figs", "art", "arts", "sec", "ch",
                                   "pt", "op", "para", "c", "rs", "tel", "ext", "par", "ver");
constexpr auto kEndings = word_set(
    "inc", "corp", "ltd", "co", "cos", "bros", "llc", "plc", "jr", "snr", "jnr", "esq", "etc", "al", "dept", "univ",
    "assn", "assoc", "intl", "natl", "govt", "admin", "mfg", "pty", "pte", "pvt", "jan", "feb", "apr", "aug", "sept",
    "sep", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "ala", "ariz", "ark",
    "calif", "colo", "conn", "del", "fla", "ga", "kan", "kans", "ky", "md", "mich", "minn", "mo", "mont", "neb", "nebr",
    "nev", "okla", "penn", "tenn", "tex", "vt", "va", "wis", "wisc", "wyo", "ont", "que", "ave", "blvd", "rd", "hwy",
    "bldg", "sq", "tsp", "tbsp", "lb", "lbs", "oz", "hr", "hrs", "mins", "secs", "yrs", "mph", "est", "dist", "cal",
    "phd", "ed", "eds", "trans", "div", "a.m", "p.m");
constexpr auto kAmbiguous = word_set("mass", "miss", "ill", "wash", "ore", "ind", "pa", "me", "la", "sun", "sat", "mar",
                                     "jun", "jul", "am", "pm", "min", "ext", "gal", "ph", "cap", "mac", "alta", "man");

constexpr auto kStarters =
    word_set("the", "a", "an", "this", "that", "these", "those", "it", "its", "he", "she", "they", "we", "i", "you",
             "his", "her", "their", "our", "my", "your", "but", "and", "or", "so", "yet", "in", "on", "at", "by", "for",
             "from", "with", "after", "before", "during", "since", "when", "while", "as", "if", "though", "although",
             "because", "however", "meanwhile", "there", "here", "what", "who", "how", "why", "where", "which", "is",
             "are", "was", "were", "do", "does", "did", "not", "no", "yes", "all", "both", "some", "many", "most",
             "several", "one", "two", "three", "according", "asked", "also", "then", "now", "once", "last", "earlier",
             "later", "only", "under", "between", "among", "over", "to", "of", "about", "another", "other", "others",
             "each", "every", "such", "even", "despite", "instead", "still", "until", "unlike", "neither", "nobody",
             "nothing", "everyone", "perhaps", "moreover", "it's", "he's", "she's", "they're", "we're", "i'm");

}  // namespace

Abbreviation abbreviation(std::string_view word) {
  if (kTitles.contains(word)) return Abbreviation::kTitle;
  if (kEndings.contains(word)) return Abbreviation::kMayEnd;
  if (kNumbers.contains(word)) return Abbreviation::kNumber;
  if (kInners.contains(word)) return Abbreviation::kInner;
  if (kAmbiguous.contains(word)) return Abbreviation::kAmbiguous;
  return Abbreviation::kNone;
}

bool is_sentence_starter(std::string_view word) { return kStarters.contains(word); }

}  // namespace pullquote::tokens
