#include <array>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cluster_lists.h"
#include "features/clusters.h"
#include "features/lexicon.h"
#include "lexicon_lists.h"
#include "mention_trainer.h"
#include "model_recipe.h"
#include "nickname_list.h"
#include "readers.h"
#include "syntax/syntax.h"
#include "syntax_trainer.h"
#include "treebank.h"
#include "world_facts.h"

// Makes the model file, or some of its sections.

namespace {

using namespace pullquote;

constexpr const char* kUsage =
    "usage: build_model --data DIR --supplement FILE --out FILE [--only SECTION,...] [--take SECTION --from FILE]...\n"
    "                   [--fitting SECTION,...]\n"
    "  --only  makes these sections anew and keeps the others of the file as they are\n"
    "  --take  copies a section from another model file and keeps the others as they are\n"
    "  --fitting  puts the fingerprint of this build's features on sections that were learned with others, where what\n"
    "             changed does them no harm: measure first\n";

struct Arguments {
  train::Sources sources;
  train::Recipe recipe;
};

bool read_arguments(int count, char** values, const std::vector<train::Section>& sections, Arguments& arguments) {
  std::string take;
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string_view name = values[i];
    const char* const value = values[i + 1];
    if (name == "--data") {
      arguments.sources.data = value;
    } else if (name == "--supplement") {
      arguments.sources.supplement = value;
    } else if (name == "--out") {
      arguments.recipe.out = value;
    } else if (name == "--only") {
      arguments.recipe.only = train::section_names(value, sections);
    } else if (name == "--fitting") {
      arguments.recipe.fitting = train::split(value, ',');
    } else if (name == "--take") {
      take = value;
    } else if (name == "--from" && !take.empty()) {
      arguments.recipe.taken.emplace_back(std::exchange(take, {}), value);
    } else {
      return false;
    }
  }
  return count % 2 == 1 && take.empty() && !arguments.sources.data.empty() && !arguments.sources.supplement.empty() &&
         !arguments.recipe.out.empty();
}

void print_counts(const train::LexiconBuilder& lexicon) {
  constexpr std::array<std::pair<const char*, std::uint32_t>, 11> kClasses = {{
      {"male first names", features::kMaleFirstName},
      {"female first names", features::kFemaleFirstName},
      {"surnames", features::kSurname},
      {"countries", features::kCountry},
      {"demonyms", features::kDemonym},
      {"capitals", features::kCapital},
      {"cities", features::kCity},
      {"regions", features::kRegion},
      {"organisations", features::kOrganisation},
      {"names that are words too", features::kGivenAsWord},
      {"common words", features::kCommonWord},
  }};
  for (const auto& [name, bit] : kClasses) std::printf("| %s | %zu |\n", name, lexicon.count(bit));
  std::printf("| all | %zu |\n", lexicon.entries().size());
}

}  // namespace

int main(int count, char** values) {
  try {
    Arguments arguments;
    // The project's own lists lie together.
    const auto lists = [&] { return arguments.sources.supplement.parent_path(); };
    const std::vector<train::Section> sections = {
        {"lexicon",
         [&](const train::Sections&) {
           const auto lexicon = train::read_lexicon(arguments.sources);
           print_counts(lexicon);
           return lexicon.build();
         }},
        {"clusters",
         [&](const train::Sections&) {
           const auto words = train::read_clusters(arguments.sources.data / "lexicons" / "brown-clusters-bllip.gz");
           std::printf("%zu words with clusters\n", words.size());
           return features::Clusters::build(words);
         }},
        {"countries",
         [&](const train::Sections&) {
           const auto places = train::read_places(arguments.sources.data / "lexicons", lists() / "countries.tsv");
           std::printf("| names of countries | %zu |\n", places.size());
           return train::build_places(places);
         }},
        {"currencies", [&](const train::Sections&) { return train::build_currencies(lists() / "currencies.tsv"); }},
        {"nicknames",
         [&](const train::Sections&) {
           return train::build_nicknames(arguments.sources.data / "lexicons" / "nicknames.csv");
         }},
        {"mentions",
         [&](const train::Sections& made) {
           const features::Lexicon lexicon(model::FlagTable(made.at("lexicon")));
           const features::Clusters clusters(made.at("clusters"));
           auto articles = train::read_annotated(arguments.sources.data / "worldwide-train.jsonl");
           const auto examples = train::make_examples(std::move(articles), lexicon);
           return train::train_mentions(examples, clusters, {}, [](const std::string& line) {
             std::printf("%s\n", line.c_str());
             std::fflush(stdout);
           });
         }},
        {std::string(syntax::Syntax::kSection),
         [&](const train::Sections& made) {
           const auto treebank = train::read_treebank(arguments.sources.data / "ud" / "gum-train.conllu");
           return train::train_syntax(train::syntax_examples(treebank, features::Clusters(made.at("clusters"))), {},
                                      [](const std::string& line) { std::puts(line.c_str()); });
         }},
    };
    if (!read_arguments(count, values, sections, arguments)) {
      std::fputs(kUsage, stderr);
      return 2;
    }
    const auto size = train::make_model(arguments.recipe, sections);
    std::printf("%s: %zu bytes\n", arguments.recipe.out.string().c_str(), size);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "build_model: %s\n", error.what());
    return 1;
  }
}
