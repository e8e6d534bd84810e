#include "text/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace pullquote::text {
namespace {

struct Case {
  std::string_view original;
  std::string_view view;
};

class ViewTest : public testing::TestWithParam<Case> {};

TEST_P(ViewTest, IsAsExpected) {
  const Text text(GetParam().original);
  EXPECT_EQ(text.view(), GetParam().view);
}

using namespace std::string_view_literals;

constexpr Case kCharacters[] = {
    {"", ""},
    {"Plain text, nothing else.\n", "Plain text, nothing else.\n"},
    {"naïve café", "naïve café"},
    // Spaces and line breaks.
    {"a\tb\u00A0c\u2009d\u3000e\u202Ff", "a b c d e f"},
    {"a\r\nb\rc\nd\u0085e\u2028f\vg\fh", "a\nb\nc\nd\ne\nf\ng\nh"},
    {"a\r\n\r\nb\n\rc", "a\n\nb\n\nc"},
    {"a\u2029b", "a\n\nb"},
    {"a&#13;\nb&#13;&#10;c\r&#xA;d&#13;e", "a\nb\nc\nd\ne"},
    // Nothing.
    {"zero\u200Bwidth \u200Eleft\u200F \u202Abi\u202C \u2066di\u2069", "zerowidth left bi di"},
    {"\uFEFFco\u00ADoperate", "cooperate"},
    {"a\0b\x01\x7F"
     "c\u0080d\u009F"sv,
     "abcd"},
    {"\0\0\0"sv, ""},
    {"\u2764\uFE0F\u200D\U0001F525", "\u2764\U0001F525"},
    // Controls that were windows-1252.
    {"He said \u0093it\u0092s on\u0094 \u0096 twice", "He said “it's on” – twice"},
    // Invalid bytes: one U+FFFD for each maximal subpart.
    {"a\xFF"
     "b",
     "a\uFFFDb"},
    {"\xC0\xAF", "\uFFFD\uFFFD"},
    {"\xE2\x80", "\uFFFD"},
    {"\xE2\x80"
     "a",
     "\uFFFDa"},
    {"\xE2", "\uFFFD"},
    {"\xF0\x9F\x98", "\uFFFD"},
    {"\xF0\x9F\x98\xF0\x9F\x98\x80", "\uFFFD\U0001F600"},
    {"\xE0\x80\x80", "\uFFFD\uFFFD\uFFFD"},
    {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
    {"\xF5\x80", "\uFFFD\uFFFD"},
    {"\x80\xBF", "\uFFFD\uFFFD"},
    {"\xED\xA0\x80", "\uFFFD"},                    // a lone surrogate
    {"\xED\xA0\xBD\xED\xB8\x80", "\uFFFD\uFFFD"},  // two of them
    {"\xED\xA0", "\uFFFD\uFFFD"},
    {"\xED\x9F\xBF", "\uD7FF"},
    // Canonical composition.
    {"Beyonce\u0301", "Beyoncé"},
    {"e\u0323\u0302 e\u0302\u0323", "ệ ệ"},
    {"\u1112\u1161\u11AB", "한"},
    {"\u212Bngstro\u0308m", "Ångström"},
    {"\u0301x", "\u0301x"},
    {"e\u200B\u0301", "é"},
    {"&eacute;e&#x301;", "éé"},
    {"x\u0327\u0301", "x\u0327\u0301"},
    {"x\u0301\u0327", "x\u0327\u0301"},
    {"\u0915\u094D\u0937", "\u0915\u094D\u0937"},
    {"\uF900", "\u8C48"},
};
INSTANTIATE_TEST_SUITE_P(Characters, ViewTest, testing::ValuesIn(kCharacters));

constexpr Case kReferences[] = {
    {"Marks &amp; Spencer", "Marks & Spencer"},
    {"AT&T, R&D, &copy, & ;, &;, &#;, &#x;, &nosuchname;", "AT&T, R&D, &copy, & ;, &;, &#;, &#x;, &nosuchname;"},
    {"&lt;b&gt;", "<b>"},
    {"&#233;&#xE9;&#XE9;&eacute;", "éééé"},
    {"Zagreb &ndash; Nik&scaron;i&cacute;", "Zagreb – Nikšić"},
    {"caf&amp;eacute;", "café"},
    {"&amp;amp;amp;", "&amp;"},
    {"&amp;nothing;", "&nothing;"},
    {"a&nbsp;b&shy;c&zwnj;d", "a bcd"},
    {"&#8220;No,&#8221; she said. &#8216;No&#8217;", "“No,” she said. ‘No’"},
    {"don&#39;t don&#8217;t don&rsquo;t don&amp;#039;t", "don't don't don't don't"},
    {"&quot;No&quot;", "\"No\""},
    {"&#147;No&#148; &#151; it&#146;s", "“No” — it's"},
    {"&#0; &#xD800; &#1114112; &#99999999999999;", "\uFFFD \uFFFD \uFFFD \uFFFD"},
    {"&#000000000000000000000000000000000065;", "&#000000000000000000000000000000000065;"},
    {"&#x1F600;", "\U0001F600"},
    {"&amp", "&amp"},
    {"&", "&"},
};
INSTANTIATE_TEST_SUITE_P(References, ViewTest, testing::ValuesIn(kReferences));

constexpr Case kApostrophes[] = {
    {"don’t don`t women´s l′avocat O‘Neill rock´n´roll Hawaiʻi Bakuʼs it＇s",
     "don't don't women's l'avocat O'Neill rock'n'roll Hawai'i Baku's it's"},
    {"don\u2019\u200Bt", "don't"},
    {"the 1990’s", "the 1990's"},
    {"the boys’ school, the boys‘ school, the boys´ school", "the boys’ school, the boys’ school, the boys’ school"},
    {"the boys' school", "the boys' school"},
    {"in the ’90s, get ’em, ’tis", "in the '90s, get 'em, 'tis"},
    {"in the ‘90s, in ‘08, get ‘em, rock ‘n’ roll", "in the '90s, in '08, get 'em, rock 'n’ roll"},
    {"a ‘90-day’ plan", "a ‘90-day’ plan"},
    {"Mr Trump ’s plan", "Mr Trump 's plan"},
    {"“’Tis true”", "“'Tis true”"},
    {"6'2\" and 5′ 11″ and 6'2'' and 6′2′′", "6'2\" and 5′ 11″ and 6'2\" and 6′2″"},
    {"6’1″", "6'1″"},
};
INSTANTIATE_TEST_SUITE_P(Apostrophes, ViewTest, testing::ValuesIn(kApostrophes));

constexpr Case kQuotations[] = {
    {"\"straight\" and 'single'", "\"straight\" and 'single'"},
    {"“curly” and ‘single’", "“curly” and ‘single’"},
    {"“He said ‘no’”", "“He said ‘no’”"},
    // Doubled singles.
    {"''We may,'' he said, ''(and) ...''", "“We may,” he said, “(and) ...”"},
    {"``TeX'' and ``more''", "“TeX” and “more”"},
    {"‘‘curly,’’ he said", "“curly,” he said"},
    {"´´acute´´", "“acute”"},
    {"&#39;&#39;Yes,&#39;&#39; he said. '\u200B'No'&#39;", "“Yes,” he said. “No”"},
    {"she told me ''he said 'no'''", "she told me “he said 'no'”"},
    {"'''nested' first''", "“'nested' first”"},
    {"a '' b", "a \" b"},
    {"'''''wiki''''' ```fence```", "'''''wiki''''' ```fence```"},
    {"— ''so''—he said", "— “so”—he said"},
    // Backticks.
    {"`word' and `the students' union'", "‘word’ and ‘the students’ union’"},
    {"`one'\n\nthe boys' school", "‘one’\n\nthe boys' school"},
    {"run `make` now", "run ‘make’ now"},
    {"a ` b", "a ` b"},
    // Commas and chevrons.
    {",,Ja,“ sagte er", "“Ja,” sagte er"},
    {"one,,two ,, three", "one,,two ,, three"},
    {"<<word>> and <<two words.>>", "“word” and “two words.”"},
    {"More>>\n\n1 << 2 >> 1, cat <<EOF", "More>>\n\n1 << 2 >> 1, cat <<EOF"},
    // Other languages.
    {"„Ja“, sagte er. „Er rief: ‚Nein!‘“", "“Ja”, sagte er. “Er rief: ‘Nein!’”"},
    {"„Tak”, powiedział", "“Tak”, powiedział"},
    {"»Ja«, sagte er. »›Nein‹, rief er.«", "“Ja”, sagte er. “‘Nein’, rief er.”"},
    {"«Oui», dit-il. « Non », et l’« affaire »", "“Oui”, dit-il. “ Non ”, et l’“ affaire ”"},
    {"«Oui ‹non›», dit-il", "“Oui ‘non’”, dit-il"},
    {"”Ja”, sa han. ’’Nej’’", "“Ja”, sa han. “Nej”"},
    {"»Ja», sa han", "“Ja”, sa han"},
    {"Home » News » Politics", "Home » News » Politics"},
    {"“open“ and then", "“open” and then"},
    // The space slipped to the wrong side of the mark.
    {"“We saw it, ”Kim said.“ It was big.”", "“We saw it, ”Kim said.“ It was big.”"},
    {"“We saw it,\n\n”Kim said", "“We saw it,\n\n“Kim said"},
    {"''He said, 'No,' '' she added", "“He said, 'No,' ” she added"},
    {"＂full＂", "\"full\""},
    {"「はい」と『本』", "“はい”と‘本’"},
    {"他说‘好’了", "他说‘好’了"},
    {"word‚ next", "word, next"},
    {"″primes″", "“primes”"},
    // An accent over a mark makes it something else.
    {"a ’\u0301b", "a ’\u0301b"},
    {"a ''\u0301b", "a ''\u0301b"},
};
INSTANTIATE_TEST_SUITE_P(Quotations, ViewTest, testing::ValuesIn(kQuotations));

}  // namespace
}  // namespace pullquote::text
