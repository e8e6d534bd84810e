#include <gmock/gmock.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "article_words.h"
#include "cluster_lists.h"
#include "features/clusters.h"
#include "features/lexicon.h"
#include "learned_sections.h"
#include "lexicon_builder.h"
#include "lexicon_lists.h"
#include "model/fingerprint.h"
#include "model/flag_table.h"
#include "model/model_file.h"
#include "model_recipe.h"
#include "readers.h"
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

class DataTest : public ::testing::Test {
 protected:
  DataTest() : folder_(std::filesystem::path(::testing::TempDir()) / ("pullquote-train-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(folder_ / "lexicons");
    std::filesystem::create_directories(folder_ / "unlabelled");
  }
  ~DataTest() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path write(const std::string& name, std::string_view text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return folder_ / name;
  }

  // A small world with one of everything that the lists are known to confuse.
  [[nodiscard]] Sources small_world() const {
    write("lexicons/countries.tsv",
          "iso2\tiso3\tcommon\tofficial\tcapital\tdemonym\tregion\talt\n"
          "ZZ\tZZZ\tLowmark\tKingdom of Lowmark\tTarn\tLowmarkian\tEurope\tZZ|The Lows|Lowmark, Kingdom of\n");
    write("lexicons/census-first-male.csv", "name,col2,col3,id\nTOM,0.9,1,1\nIN,0.002,2,2\nTARN,0.002,3,3\n");
    write("lexicons/census-first-female.csv", "name,col2,col3,id\nVERA,0.5,1,1\nTOM,0.001,1,2\nHOPE,0.1,1,3\n");
    write("lexicons/first-names-male.txt", "Tom\nIn\n");
    write("lexicons/first-names-female.txt", "Vera\nTom\n");
    write("lexicons/nicknames.csv", "name1,relationship,name2\nvera,has_nickname,vee\n");
    write("lexicons/census-surnames.csv", "name,col2,col3,id\nKING,1,1,1\nMARTIN,1,1,2\n");
    write("lexicons/surnames-all.txt", "Lowmark\nRill\n");
    write("lexicons/world-cities.csv",
          "name,country,subcountry,geonameid\n\"Ebb, New\",Lowmark,Upper Rise,1\nMartin,Lowmark,Upper Rise,2\n"
          "Rill,Lowmark,Upper Rise,3\nStow (Lowmark),Lowmark,Upper Rise,4\n");
    write("lexicons/sp500.csv", "Symbol,Security\nAA,Tide & Sons Inc. (Class A)\n");
    write("lexicons/newspapers.json", R"({"newspapers": ["The Tarn Gazette"]})");
    write("lexicons/us-federal-agencies.json", R"({"agencies": ["Office of Tides"]})");
    write("lexicons/WikiOrganizations.lst", "Category:Docks\nTarn Dock Society\nUnseen Dock Society\nVera Rill\n");
    write("lexicons/government.government_agency", "Ferry Office (Lowmark)\n");
    std::string news;
    for (int i = 0; i < 30; ++i) {
      news += "We met Martin there, and the boats lay in Rill. It is in the hope of rain that we wait in line.\n";
      news += "Then the Tarn Dock Society wrote a long letter to Vera Rill about all of it.\n";
    }
    write("unlabelled/news.txt.gz", news);
    write("unlabelled/english.txt.gz", "");
    return {.data = folder_, .supplement = write("names.tsv", "# ours\nregion\tUpper Rise|Far Rise\n")};
  }

 private:
  std::filesystem::path folder_;
};

TEST_F(DataTest, TablesKeepSeparatorsInQuotationMarks) {
  const auto rows = read_table(write("t.csv", "a,b\r\n\"x, \"\"y\"\"\",z\r\n"), ',');
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].at("a"), "x, \"y\"");
  EXPECT_EQ(rows[0].at("b"), "z");
  EXPECT_THROW((void)read_table(write("u.csv", "a,b\nonly one\n"), ','), std::runtime_error);
  EXPECT_THROW((void)read_lines(write("v", "").parent_path() / "missing"), std::runtime_error);
  EXPECT_THROW((void)read_json_strings(write("w.json", "{\"names\": [1]}"), "names"), std::runtime_error);
}

TEST_F(DataTest, ListsAreWeighedAgainstRunningText) {
  const auto lexicon = read_lexicon(small_world());
  EXPECT_EQ(lexicon.find("lowmark"), features::kCountry) << "a rare surname gives way to a country";
  EXPECT_EQ(lexicon.find("kingdom of lowmark"), features::kCountry);
  EXPECT_EQ(lexicon.find("lows"), features::kCountry);
  EXPECT_EQ(lexicon.find("zz"), 0u) << "a code is no name";
  EXPECT_EQ(lexicon.find("tarn"), features::kCapital | features::kCity) << "a rare first name gives way to a capital";
  EXPECT_EQ(lexicon.find("lowmarkians"), features::kDemonym);
  EXPECT_EQ(lexicon.find("tom"), features::kMaleFirstName) << "few women bear it";
  EXPECT_EQ(lexicon.find("vee"), features::kFemaleFirstName);
  EXPECT_EQ(lexicon.find("hope"), features::kFemaleFirstName | features::kGivenAsWord | features::kCommonWord);
  EXPECT_EQ(lexicon.find("in") & features::kMaleFirstName, 0u);
  EXPECT_EQ(lexicon.find("king") & features::kSurname, features::kSurname);
  EXPECT_EQ(lexicon.find("martin"), features::kSurname) << "nothing happens in Martin";
  EXPECT_EQ(lexicon.find("rill"), features::kSurname | features::kCity) << "boats lie in Rill";
  EXPECT_EQ(lexicon.find("stow"), features::kCity);
  EXPECT_EQ(lexicon.find("upper rise"), features::kRegion);
  EXPECT_EQ(lexicon.find("far rise"), features::kRegion);
  EXPECT_EQ(lexicon.find("tide & sons"), features::kOrganisation);
  EXPECT_EQ(lexicon.find("tarn gazette"), features::kOrganisation);
  EXPECT_EQ(lexicon.find("tarn dock society"), features::kOrganisation);
  EXPECT_EQ(lexicon.find("unseen dock society"), 0u) << "the news never wrote of it";
  EXPECT_EQ(lexicon.find("vera rill"), 0u) << "a person";
}

TEST_F(DataTest, TheSameDataGiveTheSameBytes) {
  const auto sources = small_world();
  EXPECT_EQ(read_lexicon(sources).build(), read_lexicon(sources).build());
}

TEST(ClusterLists, KeepWordsThatTokensCanBe) {
  const auto file = std::filesystem::temp_directory_path() / ("pullquote-clusters-" + std::to_string(getpid()));
  std::ofstream(file) << "01\tsaid\t9\n011\tonce\t1\n1\t1990\t7\n1\twell-known\t7\n10\t-LRB-\t7\n11\t``\t7\n";
  const auto bytes = features::Clusters::build(read_clusters(file));
  const features::Clusters clusters(bytes);
  EXPECT_EQ(clusters.find("said"), 0b101u);
  EXPECT_EQ(clusters.find("once"), 0u);
  EXPECT_EQ(clusters.find("1990"), 0u);
  EXPECT_EQ(clusters.find("well-known"), 0u);
  EXPECT_EQ(clusters.find("-LRB-"), 0u);
  EXPECT_EQ(clusters.find("("), 0b110u);
  EXPECT_EQ(clusters.find("\u201C"), 0b111u);
  EXPECT_EQ(clusters.find("\""), 0b111u);
  for (const auto* const line : {"said\t01\t9", "01\tsaid", "01\tsaid\tmany"}) {
    std::ofstream(file) << line;
    EXPECT_THROW((void)read_clusters(file), std::runtime_error) << line;
  }
  std::filesystem::remove(file);
}

TEST_F(DataTest, ASupplementThatCannotBeReadStopsTheBuild) {
  auto sources = small_world();
  sources.supplement = write("bad.tsv", "planet\tMars\n");
  EXPECT_THROW((void)read_lexicon(sources), std::runtime_error);
}

// ---- the model's sections -------------------------------------------------------------------------------------------

std::vector<std::byte> bytes_of(std::string_view text) {
  std::vector<std::byte> bytes;
  for (const char c : text) bytes.push_back(static_cast<std::byte>(c));
  return bytes;
}

std::string text_of(const std::filesystem::path& file, std::string_view section) {
  const auto model = model::ModelFile::open(file);
  std::string text;
  for (const auto byte : model.section(section)) text += static_cast<char>(byte);
  return text;
}

TEST(ModelRecipe, MakesAllOrSomeOrCopies) {
  const auto folder = std::filesystem::temp_directory_path() / ("pullquote-recipe-" + std::to_string(getpid()));
  std::filesystem::create_directory(folder);
  std::string version = "1";
  const std::vector<Section> sections = {{"names", [&](const Sections&) { return bytes_of("names " + version); }},
                                         {"words", [&](const Sections&) { return bytes_of("words " + version); }}};
  const auto first = folder / "first.pqm";
  const auto second = folder / "second.pqm";
  make_model({.out = first}, sections);
  version = "2";
  make_model({.only = {"names"}, .out = first}, sections);
  EXPECT_EQ(text_of(first, "names"), "names 2");
  EXPECT_EQ(text_of(first, "words"), "words 1");
  version = "3";
  make_model({.out = second}, sections);
  make_model({.taken = {{"words", second}}, .out = first}, sections);
  EXPECT_EQ(text_of(first, "names"), "names 2");
  EXPECT_EQ(text_of(first, "words"), "words 3");
  EXPECT_EQ(section_names("words,names", sections), (std::vector<std::string>{"words", "names"}));
  EXPECT_THROW((void)section_names("word", sections), std::invalid_argument);
  std::filesystem::remove_all(folder);
}

// Whoever makes, copies or keeps a section need not think of the features that it was learned with.
TEST(ModelRecipe, SectionsKeepTheFingerprintsThatTheyWereLearnedWith) {
  const auto folder = std::filesystem::temp_directory_path() / ("pullquote-stamps-" + std::to_string(getpid()));
  std::filesystem::create_directory(folder);
  std::uint64_t features = 1;
  const auto section = [&](std::string name, std::string learned) {
    return Section{std::move(name), [&features, learned](const Sections&) {
                     return model::with_fingerprint(features, bytes_of(learned));
                   }};
  };
  const std::vector<Section> sections = {section("mentions", "m"), section("syntax", "s")};
  const auto out = folder / "out.pqm", other = folder / "other.pqm";
  const auto learned = [&](std::string_view name, std::uint64_t with) {
    const auto file = model::ModelFile::open(out);
    const auto bytes = model::learned_with(with, file.section(name), name);
    return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  };
  make_model({.out = out}, sections);
  features = 2;
  make_model({.only = {"syntax"}, .out = out}, sections);
  EXPECT_EQ(learned("mentions", 1), "m");
  EXPECT_EQ(learned("syntax", 2), "s");
  features = 3;
  make_model({.out = other}, sections);
  make_model({.taken = {{"mentions", other}}, .out = out}, sections);
  EXPECT_EQ(learned("mentions", 3), "m");
  EXPECT_EQ(learned("syntax", 2), "s");
  make_model({.fitting = {"syntax"}, .out = out}, sections);
  EXPECT_EQ(learned("mentions", 3), "m");
  EXPECT_EQ(learned("syntax", *fingerprint_for("syntax")), "s");
  EXPECT_THROW(make_model({.fitting = {"lexicon"}, .out = out}, sections), std::invalid_argument);
  EXPECT_THROW(make_model({.fitting = {"quote-parts"}, .out = out}, sections), std::invalid_argument);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace pullquote::train
