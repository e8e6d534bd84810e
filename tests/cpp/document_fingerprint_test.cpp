// The fingerprints of the stages that are learned: each hangs on what its features look at and on nothing else that the
// sample has, and a model for other features is refused by name.

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "entities/fingerprint.h"
#include "model/fingerprint.h"
#include "model/model_file.h"
#include "pullquote/error.h"
#include "pullquote/extractor.h"
#include "quotes/fingerprint.h"
#include "small_model.h"
#include "syntax/fingerprint.h"

namespace pullquote {
namespace {

using ::testing::HasSubstr;
using Prints = std::map<std::string, std::uint64_t>;

Prints prints_of(const features::SampleSource& source) {
  const features::Sample sample(source);
  const auto quotes = quotes::fingerprints(sample);
  return {{"mentions", entities::fingerprint(sample)},
          {"syntax", syntax::fingerprint(sample)},
          {"quote-parts", quotes.parts},
          {"quote-links", quotes.links},
          {"quote-accept", quotes.acceptance}};
}

TEST(Fingerprints, AreThoseOfTheBuild) {
  const auto own = prints_of(features::sample_source());
  EXPECT_EQ(entities::fingerprint(), own.at("mentions"));
  EXPECT_EQ(syntax::fingerprint(), own.at("syntax"));
  EXPECT_EQ(quotes::fingerprints().parts, own.at("quote-parts"));
  EXPECT_EQ(quotes::fingerprints().links, own.at("quote-links"));
  EXPECT_EQ(quotes::fingerprints().acceptance, own.at("quote-accept"));
}

TEST(Fingerprints, OfStagesDiffer) {
  std::set<std::uint64_t> values;
  for (const auto& [stage, value] : prints_of(features::sample_source())) values.insert(value);
  EXPECT_EQ(values.size(), 5u);
}

struct Change {
  std::string name;
  void (*make)(features::SampleSource&);
  std::set<std::string> of;  // the stages whose features see it
};

const std::set<std::string> kAll = {"mentions", "syntax", "quote-parts", "quote-links", "quote-accept"};

void replace(std::string& text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
}

// Features that see nothing of a change are not what it shows, so both halves of each line count.
TEST(Fingerprints, HangOnWhatTheFeaturesLookAt) {
  const std::vector<Change> changes = {
      {"a word", [](auto& s) { replace(s.text, "denied", "refuse"); }, kAll},
      {"a capital", [](auto& s) { replace(s.text, "harbour", "Harbour"); }, kAll},
      {"a name of the lexicon", [](auto& s) { s.names.erase(s.names.begin()); }, {"mentions"}},
      {"a phrase of the lexicon", [](auto& s) { s.names.pop_back(); }, {"mentions"}},
      {"a cluster", [](auto& s) { s.clusters.back().second ^= 1u << 27; }, kAll},
      {"the last bit of clusters",
       [](auto& s) {
         for (auto& word : s.clusters) word.second ^= 1;
       },
       {"syntax", "quote-parts", "quote-accept"}},
      {"a quotation", [](auto& s) { replace(s.text, "“nobody asked the fishermen”", "*nobody asked the fishermen*"); },
       kAll},
      {"a sentence", [](auto& s) { replace(s.text, "2021. She", "2021; She"); }, kAll},
      {"a paragraph",
       [](auto& s) { replace(s.text, "”.\n\nAccording", "”. According"); },
       {"quote-parts", "quote-links"}},
  };
  const auto own = prints_of(features::sample_source());
  for (const auto& change : changes) {
    auto source = features::sample_source();
    change.make(source);
    std::set<std::string> changed;
    for (const auto& [stage, value] : prints_of(source)) {
      if (value != own.at(stage)) changed.insert(stage);
    }
    EXPECT_EQ(changed, change.of) << change.name;
  }
}

TEST(Fingerprints, AModelForOtherFeaturesIsRefusedByName) {
  const auto file = model::ModelFile::from_bytes(small_model().bytes());
  const auto path = std::filesystem::path(::testing::TempDir()) / ("pullquote-fingerprint-" + std::to_string(getpid()));
  for (const auto& [other, own] : prints_of(features::sample_source())) {
    model::ModelWriter writer;
    for (const auto& name : file.section_names()) {
      const auto section = file.section(name);
      writer.add(name, name != other ? std::vector(section.begin(), section.end())
                                     : model::with_fingerprint(own ^ 1, model::learned_with(own, section, name)));
    }
    writer.save(path);
    try {
      (void)Extractor::open(path);
      ADD_FAILURE() << other << " was accepted";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kModelVersion);
      EXPECT_THAT(error.problem(), HasSubstr("learned with other features"));
      EXPECT_EQ(error.where(), other);
      EXPECT_THAT(error.hint(), HasSubstr("./dev train"));
    }
  }
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace pullquote
