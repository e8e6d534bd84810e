#include <cstdio>
#include <exception>
#include <set>
#include <string>
#include <string_view>

#include "attribution_score.h"
#include "attribution_trainer.h"
#include "model/model_file.h"
#include "quotes/model.h"

// Learns attributions from articles in which they are marked, and measures what was learned.

namespace {

using namespace pullquote;
using namespace pullquote::train;

constexpr float kUsual = 0.3F;  // the least confidence that extraction asks for

constexpr const char* kUsage =
    "usage: train_attributions --model FILE [--articles FILE] [--out FILE] [--test FILE] [--publishers yes]\n"
    "  --model       a model file with the sections that stages before this one need\n"
    "  --articles    articles to learn from, JSON Lines; without them, the model's own attributions are tested\n"
    "  --out         puts what was learned into this model file, which may be the same one\n"
    "  --test        prints how well other articles are read, at each of several confidences\n"
    "  --publishers  yes: leaves each publisher out in turn, and prints how well its articles are read\n"
    "  --folds       yes: cross-validates on the articles to learn from, with one model for each third of them\n";

struct Arguments {
  std::string model, articles, out, test;
  bool publishers = false, folds = false;
};

bool read_arguments(int count, char** values, Arguments& arguments) {
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string_view name = values[i];
    if (name == "--model") {
      arguments.model = values[i + 1];
    } else if (name == "--articles") {
      arguments.articles = values[i + 1];
    } else if (name == "--out") {
      arguments.out = values[i + 1];
    } else if (name == "--test") {
      arguments.test = values[i + 1];
    } else if (name == "--publishers") {
      arguments.publishers = std::string_view(values[i + 1]) == "yes";
    } else if (name == "--folds") {
      arguments.folds = std::string_view(values[i + 1]) == "yes";
    } else {
      return false;
    }
  }
  return count % 2 == 1 && !arguments.model.empty() &&
         (arguments.articles.empty()
              ? arguments.out.empty() && !arguments.publishers && !arguments.folds && !arguments.test.empty()
              : !arguments.out.empty() || !arguments.test.empty() || arguments.publishers || arguments.folds);
}

void print(const std::string& name, const AttributionScore& s) {
  const auto share = [](auto part, auto whole) { return whole == 0 ? 0.0 : 100.0 * part / whole; };
  std::printf("| %s | %.1f | %.1f | %.1f | %.1f |", name.c_str(), s.relation_precision(), s.relation_recall(),
              s.relation_f1(), s.content_f1());
  for (std::size_t k = 0; k < 3; ++k) {
    std::printf(" %.1f / %.1f |", share(s.found[k], s.kinds[k]), share(s.attributed[k], s.kinds[k]));
  }
  std::printf("\n");
}

void print_head(const char* first) {
  std::printf("| %s | precision | recall | relation F1 | content F1 | direct found / attributed | mixed | indirect |\n",
              first);
  std::printf("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
}

/// Of each article, all that the models can think of.
using Candidates = std::vector<std::vector<quotes::Candidate>>;

Candidates apply_all(const AttributionSections& sections, const Articles& articles) {
  Candidates all;
  for (const auto* article : articles) all.push_back(apply(sections, *article));
  return all;
}

AttributionScore score_all(const Candidates& candidates, const Articles& articles, float least) {
  AttributionScore total;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    total.add(score(*articles[i], quotes::select(candidates[i], least)));
  }
  return total;
}

void print_curve(const Candidates& candidates, const Articles& articles) {
  print_head("least confidence");
  for (const auto least : {0.1F, 0.2F, kUsual, 0.4F, 0.5F, 0.6F, 0.7F, 0.8F, 0.9F}) {
    print(std::to_string(least).substr(0, 4), score_all(candidates, articles, least));
  }
}

void print_errors(const Candidates& candidates, const Articles& articles) {
  AttributionErrors errors;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    count_errors(*articles[i], quotes::select(candidates[i], kUsual), errors);
  }
  std::printf(
      "| answers | content that nobody marked | %u |\n| | other content | %u |\n| | other source | %u |\n"
      "| | other cue | %u |\n| missed | nothing found there | %u |\n| | something else found there | %u |\n",
      errors.unmarked, errors.other_content, errors.other_source, errors.other_cue, errors.unseen, errors.misread);
}

void print_test(const AttributionSections& sections, const Articles& articles) {
  const auto candidates = apply_all(sections, articles);
  print_curve(candidates, articles);
  print_errors(candidates, articles);
}

void print_publishers(const Articles& articles, const Progress& progress) {
  std::set<std::string> publishers;
  for (const auto* article : articles) publishers.insert(article->publisher);
  print_head("left out");
  for (const auto& publisher : publishers) {
    Articles own, others;
    for (const auto* article : articles) (article->publisher == publisher ? own : others).push_back(article);
    // One run tells publishers apart as well as the mean of several, and seven trainings are long.
    print(publisher, score_all(apply_all(train_attributions(others, progress, {}, 1), own), own, kUsual));
    std::fflush(stdout);
  }
}

void put_into(const std::string& out, const std::string& from, const AttributionSections& sections) {
  model::ModelWriter writer;
  const auto old = model::ModelFile::open(from);
  for (const auto& name : old.section_names()) {
    if (name == quotes::kPartsSection || name == quotes::kLinksSection || name == quotes::kAcceptanceSection) continue;
    const auto bytes = old.section(name);
    writer.add(name, {bytes.begin(), bytes.end()});
  }
  writer.add(std::string(quotes::kPartsSection), sections.parts);
  writer.add(std::string(quotes::kLinksSection), sections.links);
  writer.add(std::string(quotes::kAcceptanceSection), sections.acceptance);
  writer.save(out);
  std::printf("%s: %zu bytes\n", out.c_str(), writer.bytes().size());
}

Articles pointers(const std::vector<AttributedArticle>& articles) {
  Articles all;
  for (const auto& article : articles) all.push_back(&article);
  return all;
}

}  // namespace

int main(int count, char** values) {
  Arguments arguments;
  if (!read_arguments(count, values, arguments)) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  try {
    const auto progress = [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); };
    const auto file = model::ModelFile::open(arguments.model);
    const Background background(file);
    if (arguments.articles.empty()) {
      const auto test = read_attributed(arguments.test, background);
      print_test(attributions_of(file), pointers(test));
      return 0;
    }
    const auto articles = read_attributed(arguments.articles, background);
    if (arguments.publishers) print_publishers(pointers(articles), progress);
    if (arguments.folds) print_curve(cross_validate(pointers(articles), progress, 1), pointers(articles));
    if (arguments.out.empty() && arguments.test.empty()) return 0;
    const auto sections = train_attributions(pointers(articles), progress);
    if (!arguments.out.empty()) put_into(arguments.out, arguments.model, sections);
    if (arguments.test.empty()) return 0;
    const auto test = read_attributed(arguments.test, background);
    print_test(sections, pointers(test));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "train_attributions: %s\n", error.what());
    return 1;
  }
}
