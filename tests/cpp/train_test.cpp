#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "article_words.h"
#include "features/lexicon.h"
#include "lexicon_builder.h"
#include "model/flag_table.h"
#include "word_counts.h"

namespace pullquote::train {
namespace {

using features::Lexicon;

TEST(ArticleWords, CutNamesAsArticlesAreCut) {
  EXPECT_EQ(spaced("Moody's  Corp."), "Moody 's Corp.");
  EXPECT_EQ(spaced("AT&T"), "AT&T");
  EXPECT_EQ(spaced("Lind & Sons"), "Lind & Sons");
  EXPECT_EQ(spaced(""), "");
}

TEST(ArticleWords, AccentsGoAndLettersStay) {
  EXPECT_EQ(without_accents("Bogot\u00E1 \u0141\u00F3d\u017A \u0130zmir"), "Bogota Lodz Izmir");
  EXPECT_EQ(without_accents("Stra\u00DFe \u041C\u0438\u0440"), "Stra\u00DFe \u041C\u0438\u0440");
}

TEST(LexiconBuilder, KeysAreLowerCasedAndWithoutArticle) {
  LexiconBuilder builder;
  builder.add("The Harbour Gazette", features::kOrganisation);
  builder.add("Bogot\u00E1", features::kCity);
  builder.add("12", features::kCity);
  EXPECT_EQ(builder.find("harbour gazette"), features::kOrganisation);
  EXPECT_EQ(builder.find("the harbour gazette"), 0u);
  EXPECT_EQ(builder.find("bogot\u00E1"), features::kCity);
  EXPECT_EQ(builder.find("bogota"), features::kCity);
  EXPECT_EQ(builder.find("12"), 0u);
  EXPECT_EQ(builder.entries().size(), 3u);
}

TEST(LexiconBuilder, MarksEveryProperPrefix) {
  LexiconBuilder builder;
  builder.add("New York Times", features::kOrganisation);
  builder.add("New York", features::kCity);
  const auto bytes = builder.build();
  const Lexicon lexicon{model::FlagTable(bytes)};
  EXPECT_EQ(lexicon.find("new"), Lexicon::kPrefix);
  EXPECT_EQ(lexicon.find("new york"), Lexicon::kPrefix | features::kCity);
  EXPECT_EQ(lexicon.find("new york times"), features::kOrganisation);
  EXPECT_EQ(lexicon.find("york"), 0u);
}

TEST(LexiconBuilder, BytesDoNotDependOnTheOrderOfNames) {
  std::vector<std::pair<std::string, std::uint32_t>> names = {{"Porto", features::kCity},
                                                              {"porto", features::kSurname},
                                                              {"Baltic Rescue Service", features::kOrganisation},
                                                              {"Baltic Sea", features::kRegion}};
  const auto build = [&] {
    LexiconBuilder builder;
    for (const auto& [name, classes] : names) builder.add(name, classes);
    return builder.build();
  };
  const auto bytes = build();
  std::reverse(names.begin(), names.end());
  EXPECT_EQ(build(), bytes);
}

TEST(WordCounts, TellsHowWordsAreWritten) {
  WordCounts counts;
  counts.watch("Harbour Gazette");
  analyse("Ships came. The old harbour in Porto was quiet, wrote the Harbour Gazette in May.\n\nSHIPS AND TIDES\n",
          [&](const auto& text) { counts.read(text); });
  EXPECT_EQ(counts.of("harbour").lower, 1u);
  EXPECT_EQ(counts.of("harbour").capitalised, 1u);
  EXPECT_EQ(counts.of("ships").capitalised, 0u) << "the first word of a sentence, and a heading, say nothing";
  EXPECT_EQ(counts.of("porto").placed, 1u);
  EXPECT_EQ(counts.of("tides").lower, 0u);
  EXPECT_EQ(counts.seen("Harbour Gazette"), 1u);
  EXPECT_EQ(counts.seen("Harbour"), 0u);
}

}  // namespace
}  // namespace pullquote::train
